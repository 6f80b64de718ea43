import { BAND_NAMES, type BandName, PRESETS, type Preset } from "#science/imagery/index.ts";
import { InputError } from "#model/input-error.ts";
import { type Comparison, falseAlarmsInWords, standingInWords } from "#model/comparison.ts";
import type { Site } from "#model/site.ts";
import { compareSite } from "../../../cycle/imagery/compare-site.ts";
import { scenesKnown } from "../../../cycle/imagery/catalogues/scenes-of-site.ts";
import type { World } from "../../../cycle/world.ts";
import { sitesKnown } from "../../../cycle/sites/sites-known.ts";
import { readConfig } from "../../config.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, numberIn, oneOf, WATCH } from "../../options.ts";
import { table } from "../../table.ts";
import type { Shell } from "../../shell.ts";
import { defineVerb, type Given } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { IMAGERY_NETWORK, imageryNetwork } from "./imagery-network.ts";
import { MASKS } from "./masks-given.ts";
import { type NamedPicture, picturesGiven, requireGroundOf } from "./pictures-given.ts";
import { underSceneClasses } from "./scene-classes.ts";

const OPTIONS = {
  site: { takes: "ID", summary: "the site of the watch" },
  before: { takes: "DATE", summary: "when BEFORE was taken" },
  after: { takes: "DATE", summary: "when AFTER was taken" },
  confirm: { takes: "FILE,FILE", summary: "later pictures by date: what they show too is confirmed" },
  "confirmed-on": { takes: "DATE,DATE", summary: "when the pictures of --confirm were taken" },
  scenes: { takes: "ID,ID", summary: "the ids of the scenes (the names of the files unless given)" },
  provider: { takes: "NAME", summary: "who provided them" },
  sensor: { takes: "NAME", summary: "what took them" },
  kind: { takes: "KIND", summary: "optical or sar (by the number of bands unless given)" },
  bands: { takes: "NAME,NAME", summary: `what each band is of: ${BAND_NAMES.join(", ")}` },
  preset: { takes: "NAME", summary: `how they are drawn: ${PRESETS.join(", ")}` },
  history: { takes: "FILE,FILE", summary: "earlier pictures by date, to measure false alarms on" },
  ...MASKS,
  "min-pixels": { takes: "N", summary: "smallest object that is kept (4 unless given)" },
  "max-shift": { takes: "PX", summary: "largest shift between the two that is undone (5 unless given)" },
  ...IMAGERY_NETWORK,
  ...WATCH,
  ...JSON_OUT,
} as const;

type Options = Given<typeof OPTIONS>["options"];

/** What changed at a site between two pictures, kept with the pictures and put before an analyst. */
export const compare = defineVerb({
  words: ["BEFORE", "AFTER"],
  options: OPTIONS,
  run: (given, shell) =>
    inWorld(given.options, shell, async (world) => {
      const { options } = given;
      const site = siteIn(options.site, await sitesKnown(world, shell.now().slice(0, 10)));
      const { before, after, later, history } = await picturesGiven(given);
      requireGroundOf(site, before);
      const bands = before.raster.bands.length;
      const kind = kindIn(options.kind, bands);
      const seen = kind === "sar" ? throughCloud : await seenByClasses(world, site, given.options, shell);
      const names = namesIn(options.bands, bands);
      const comparison = await blaming(after.name, async () =>
        compareSite(world, {
          ...{ site, before: await seen(before), after: await seen(after) },
          later: await Promise.all(later.map(seen)),
          ...{ kind, names, history: history.map(({ raster }) => raster) },
          preset: presetIn(options.preset, kind),
          ...{ provider: options.provider ?? "", sensor: options.sensor ?? "" },
          leastPixels: numberIn("min-pixels", options["min-pixels"] ?? "4", { least: 1, most: 1e9 }),
          shiftLimitPx: numberIn("max-shift", options["max-shift"] ?? "5", { least: 0, most: 16 }),
        }),
      );
      shell.out(options.json ? JSON.stringify(comparison) : inWords(site, comparison));
      return 0;
    }),
});

type Seen = (picture: NamedPicture) => Promise<NamedPicture>;

const throughCloud: Seen = async (picture) => ({ ...picture, isMasked: true });

/** Optical pictures without a mask are seen under the scene classes that catalogues were found to have. */
async function seenByClasses(world: World, site: Site, options: Options, shell: Shell): Promise<Seen> {
  const { scenes } = await scenesKnown(world, site, shell.now().slice(0, 10));
  const network = imageryNetwork(options, readConfig(shell.env), () => Date.parse(shell.now()));
  return (picture) => underSceneClasses(picture, { scenes, network, tell: shell.err });
}

function siteIn(id: string | undefined, sites: readonly Site[]): Site {
  const site = sites.find((one) => one.id === id);
  if (site !== undefined) return site;
  if (sites.length === 0) throw new WrongUse("the watch names no sites; put them into its sites.csv");
  const some = sites.slice(0, 5).map((one) => one.id);
  throw new WrongUse(
    `--site is "${id ?? ""}"; one of the watch's sites such as ${some.join(", ")} would be right`,
  );
}

function kindIn(text: string | undefined, bands: number): Comparison["kind"] {
  if (text !== undefined) return oneOf("kind", text, ["optical", "sar"]);
  return bands >= 3 ? "optical" : "sar";
}

/** As Sentinel-2's four bands of 10 m are ordered, with short-wave infrared after them; three are red, green, blue. */
const USUAL_NAMES: readonly BandName[] = ["blue", "green", "red", "nir", "swir"];

function namesIn(text: string | undefined, bands: number): readonly BandName[] {
  if (text !== undefined) return text.split(",").map((name) => oneOf("bands", name, BAND_NAMES));
  return bands === 3 ? ["red", "green", "blue"] : USUAL_NAMES;
}

function presetIn(text: string | undefined, kind: Comparison["kind"]): Preset {
  if (text !== undefined)
    return oneOf("preset", text, kind === "sar" ? ["sar-db"] : ["true-colour", "swir-nir-red"]);
  return kind === "sar" ? "sar-db" : "true-colour";
}

/** What the methods refuse is the fault of the pictures. */
async function blaming(file: string, work: () => Promise<Comparison>): Promise<Comparison> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError([{ file, wrong: "no comparison with the picture before", right: error.message }]);
  }
}

function inWords({ name }: Site, comparison: Comparison): string {
  const { outcome, before, after, lastClear, findings } = comparison;
  const seen = `${(100 * after.clearShare).toFixed(0)} % of ${after.date} and ${(100 * before.clearShare).toFixed(0)} % of ${before.date} are clear`;
  if (outcome === "not clear") {
    return `${name}: no clear image since ${lastClear ?? "before these dates"}; ${seen}`;
  }
  const doubt = `false alarms: ${falseAlarmsInWords(comparison)}`;
  if (outcome === "no change")
    return `${name}: no change found between ${before.date} and ${after.date}; ${seen}\n${doubt}`;
  const rows = findings.map((finding) => [
    ...[finding.observation, String(finding.pixels), finding.areaM2?.toFixed(0) ?? ""],
    standingInWords(finding),
  ]);
  return `${table(["finding", "pixels", "m²", "standing"], rows)}\n${doubt}\nthey await an analyst: tocsin review`;
}
