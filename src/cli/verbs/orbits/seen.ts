import { InputError } from "#model/input-error.ts";
import { elementsBy } from "#science/orbits/index.ts";
import { imagerElements, siteLooks, type SiteLooks } from "../../../cycle/orbits/site-looks.ts";
import { sitesKnown } from "../../../cycle/sites/sites-known.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, momentIn, numberIn, WATCH } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { ELEMENTS, readElementFile } from "./read-element-file.ts";

/** Who could image a site of the watch, and when it is unseen, for each bloc. */
export const seen = defineVerb({
  options: {
    site: { takes: "ID", summary: "a site of sites.csv" },
    elements: { ...ELEMENTS.elements, summary: "element sets from a file instead of those stored" },
    from: { takes: "TIME", summary: "a day or a UTC moment (now unless given)" },
    days: { takes: "N", summary: "for how long (7 unless given)" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options }, shell) =>
    inWorld(options.watch === undefined ? {} : { watch: options.watch }, shell, async (world) => {
      const from = options.from ?? shell.now();
      const { imagers } = world.watch;
      const sites = await sitesKnown(world, shell.now().slice(0, 10));
      const site = sites.find(({ id }) => id === options.site);
      if (!site)
        throw new WrongUse(`--site must be one of ${sites.map(({ id }) => id).join(", ") || "none"}`);
      const fromMs = momentIn("from", from);
      const days = numberIn("days", options.days ?? "7", { least: 0.01, most: 60 });
      const elements =
        options.elements === undefined
          ? await imagerElements(world, from.slice(0, 10))
          : elementsBy(readElementFile(options.elements, shell), fromMs);
      if (imagers.length > 0 && elements.length === 0) throw new InputError([NO_ELEMENTS]);
      const looks = siteLooks(world, site, elements, { fromMs, days });
      shell.out(options.json ? JSON.stringify(looks) : tellLooks(looks));
      return 0;
    }),
});

const NO_ELEMENTS = {
  file: "the store",
  wrong: "no element sets of the watched satellites",
  right: 'expected some: "tocsin import FILE --kind omm", or --elements FILE',
};

function tellLooks({ site, from, to, assumedOffNadirDeg, blocs }: SiteLooks): string {
  const heading = ["bloc", "satellites", "orbit unknown", "looks", "unseen for", "longest"];
  const hours = (spans: readonly { from: string; to: string }[]) =>
    spans.map((span) => (Date.parse(span.to) - Date.parse(span.from)) / 3_600_000);
  const rows = blocs.map(({ bloc, satellites, without, looks, unseen }) => [
    ...[bloc, String(satellites), String(without.length), String(looks.length)],
    `${hours(unseen)
      .reduce((sum, one) => sum + one, 0)
      .toFixed(1)} h`,
    `${Math.max(0, ...hours(unseen)).toFixed(1)} h`,
  ]);
  const assumed = `Limits nobody outside knows are taken as ${assumedOffNadirDeg}° from straight down; clouds are not considered.`;
  return `${site.name}, ${from} to ${to}\n\n${table(heading, rows)}\n\n${assumed}`;
}
