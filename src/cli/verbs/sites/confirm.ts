import { confirmSite } from "../../../cycle/sites/confirm-site.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, numberIn, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { siteIn } from "../orbits/sites-given.ts";

/** Keeps who found where a site is, when and in which source; what was said before stays. */
export const confirm = defineVerb({
  words: ["ID"],
  options: {
    source: { takes: "TEXT", summary: "what the coordinates were read in" },
    by: { takes: "ROLE", summary: "who read them" },
    at: { takes: "LAT,LON", summary: "where the site is (where it is told to be unless given)" },
    "precision-km": { takes: "KM", summary: "how far from there it may be, with --at" },
    note: { takes: "TEXT", summary: "anything else" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options, words: [site = ""] }, shell) => {
    const { source, by, note = "", at, "precision-km": precision } = options;
    if (!source?.trim() || !by?.trim())
      throw new WrongUse('"sites confirm" needs --source TEXT and --by ROLE');
    if ((at === undefined) !== (precision === undefined))
      throw new WrongUse("needs --at LAT,LON and --precision-km KM together, or neither");
    return inWorld(options.watch === undefined ? {} : { watch: options.watch }, shell, async (world) => {
      const made = await confirmSite(world, { site, at: placeIn(at, precision), source, by, note });
      if (made === null) throw new WrongUse(`no site "${site}"; "tocsin sites" lists them`);
      const { lat, lon, precisionKm } = made;
      const words = `${site} is at ${lat}, ${lon} within ${precisionKm} km: ${made.source}, by ${made.by}, ${made.at}`;
      shell.out(options.json ? JSON.stringify(made) : words);
      return 0;
    });
  },
});

function placeIn(at: string | undefined, precision: string | undefined) {
  if (at === undefined || precision === undefined) return null;
  const { latDeg: lat, lonDeg: lon } = siteIn(at, "at");
  if (Math.abs(lon) > 180)
    throw new WrongUse(`--at is "${at}"; degrees east from -180 to 180 would be right`);
  return { lat, lon, precisionKm: numberIn("precision-km", precision, { least: 0.001, most: 1000 }) };
}
