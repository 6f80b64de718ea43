import { InputError } from "#model/input-error.ts";
import { agreementWithGcat, readGcatSites } from "../../../cycle/sites/gcat-sites.ts";
import { sitesKnown } from "../../../cycle/sites/sites-known.ts";
import { AS_OF, JSON_OUT, WATCH } from "../../options.ts";
import { readText } from "../../read-file.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";

/** Whether the sites lie where McDowell's General Catalog has them, by what either leaves open; 1 where one does not. */
export const check = defineVerb({
  words: ["SITES.TSV"],
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options, words: [file = ""] }, shell) =>
    inWorld(options, shell, async (world, asOf) => {
      const compared = agreementWithGcat(await sitesKnown(world, asOf), catalogueIn(file));
      const rows = compared.map(({ site, gcat, apartKm, allowedKm, agrees }) => [
        ...[site, gcat, apartKm?.toFixed(1) ?? "not there", allowedKm?.toFixed(1) ?? ""],
        agrees ? "agrees" : "differs",
      ]);
      const heading = ["site", "GCAT", "apart km", "allowed km", ""];
      shell.out(options.json ? JSON.stringify(compared) : table(heading, rows));
      return compared.every(({ agrees }) => agrees) ? 0 : 1;
    }),
});

function catalogueIn(file: string) {
  try {
    return readGcatSites(readText(file));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError([{ file, wrong: "no sites.tsv of GCAT", right: `expected ${error.message}` }]);
  }
}
