import { createHash } from "node:crypto";
import path from "node:path";
import { BAND_NAMES, type BandName, PRESETS, type Preset, type Raster } from "#science/imagery/index.ts";
import { InputError } from "#model/input-error.ts";
import { type Comparison, falseAlarmsInWords } from "#model/comparison.ts";
import type { Site } from "#model/site.ts";
import { compareSite, type DatedPicture } from "../../../cycle/imagery/compare-site.ts";
import { groundOf } from "../../../cycle/imagery/polygons.ts";
import { sitesKnown } from "../../../cycle/sites/sites-known.ts";
import { WrongUse } from "../../failure.ts";
import { dayIn, JSON_OUT, numberIn, oneOf, WATCH } from "../../options.ts";
import { readBytes } from "../../read-file.ts";
import { table } from "../../table.ts";
import { defineVerb, type Given } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { checkedPair, withoutMasked } from "./pair-of-rasters.ts";
import { readRasterFile } from "./read-raster-file.ts";

const OPTIONS = {
  site: { takes: "ID", summary: "the site of the watch" },
  before: { takes: "DATE", summary: "when BEFORE was taken" },
  after: { takes: "DATE", summary: "when AFTER was taken" },
  confirm: { takes: "FILE", summary: "a later picture: what it shows too is confirmed" },
  "confirmed-on": { takes: "DATE", summary: "when the picture of --confirm was taken" },
  scenes: { takes: "ID,ID", summary: "the ids of the scenes (the names of the files unless given)" },
  provider: { takes: "NAME", summary: "who provided them" },
  sensor: { takes: "NAME", summary: "what took them" },
  kind: { takes: "KIND", summary: "optical or sar (by the number of bands unless given)" },
  bands: { takes: "NAME,NAME", summary: `what each band is of: ${BAND_NAMES.join(", ")}` },
  preset: { takes: "NAME", summary: `how they are drawn: ${PRESETS.join(", ")}` },
  history: { takes: "FILE,FILE", summary: "earlier pictures by date, to measure false alarms on" },
  mask: { takes: "FILE", summary: "a raster on the same grid; pixels of AFTER that are not 0 are hidden" },
  "min-pixels": { takes: "N", summary: "smallest object that is kept (4 unless given)" },
  "max-shift": { takes: "PX", summary: "largest shift between the two that is undone (5 unless given)" },
  ...WATCH,
  ...JSON_OUT,
} as const;

/** What changed at a site between two pictures, kept with the pictures and put before an analyst. */
export const compare = defineVerb({
  words: ["BEFORE", "AFTER"],
  options: OPTIONS,
  run: (given, shell) =>
    inWorld(given.options, shell, async (world) => {
      const { options } = given;
      const site = siteIn(options.site, await sitesKnown(world, shell.now().slice(0, 10)));
      const pictures = await picturesIn(given);
      const { before, after, confirm } = pictures;
      const history = await rastersIn(options.history);
      for (const one of [after, confirm]) if (one !== null) requireComparable(before, one);
      for (const one of history) requireComparable(before, one);
      requireGroundOf(site, before);
      const bands = before.raster.bands.length;
      const kind =
        options.kind === undefined
          ? bands >= 3
            ? ("optical" as const)
            : ("sar" as const)
          : oneOf("kind", options.kind, ["optical", "sar"]);
      const names = namesIn(options.bands, bands);
      const comparison = await blaming(after.name, () =>
        compareSite(world, {
          ...{ site, before, after, confirm, kind, names, history: history.map(({ raster }) => raster) },
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

function siteIn(id: string | undefined, sites: readonly Site[]): Site {
  const site = sites.find((one) => one.id === id);
  if (site !== undefined) return site;
  if (sites.length === 0) throw new WrongUse("the watch names no sites; put them into its sites.csv");
  const some = sites.slice(0, 5).map((one) => one.id);
  throw new WrongUse(
    `--site is "${id ?? ""}"; one of the watch's sites such as ${some.join(", ")} would be right`,
  );
}

interface NamedPicture extends DatedPicture {
  readonly name: string;
}

async function picturesIn({ options, words: [beforeFile = "", afterFile = ""] }: Given<typeof OPTIONS>) {
  const [first, second] = [requiredDay("before", options.before), requiredDay("after", options.after)];
  if (second <= first) throw new WrongUse(`--after is "${second}"; a day after ${first} would be right`);
  const ids = options.scenes?.split(",") ?? [];
  const before = await pictureIn(beforeFile, first, ids[0]);
  const read = await pictureIn(afterFile, second, ids[1]);
  const mask =
    options.mask === undefined ? null : { file: options.mask, raster: await readRasterFile(options.mask) };
  const after = { ...read, raster: withoutMasked(read.raster, mask) };
  if (options.confirm === undefined) return { before, after, confirm: null };
  const third = requiredDay("confirmed-on", options["confirmed-on"]);
  if (third <= second)
    throw new WrongUse(`--confirmed-on is "${third}"; a day after ${second} would be right`);
  return { before, after, confirm: await pictureIn(options.confirm, third, ids[2]) };
}

function requiredDay(name: string, text: string | undefined): string {
  if (text === undefined) throw new WrongUse(`"imagery compare" needs --${name} DATE`);
  return dayIn(name, text);
}

async function pictureIn(file: string, date: string, scene?: string): Promise<NamedPicture> {
  const raster = await readRasterFile(file);
  const sha256 = createHash("sha256").update(readBytes(file)).digest("hex");
  return { name: file, date, scene: scene || path.basename(file, path.extname(file)), file: sha256, raster };
}

async function rastersIn(files: string | undefined): Promise<{ name: string; raster: Raster }[]> {
  const read = [];
  for (const file of files?.split(",") ?? []) read.push({ name: file, raster: await readRasterFile(file) });
  return read;
}

interface Named {
  readonly name: string;
  readonly raster: Raster;
}

/** InputError where a picture cannot be laid over the first; one that shows nothing is no fault but an answer. */
function requireComparable(before: Named, { name, raster }: Named): void {
  const seen = { ...raster, mask: null };
  const isBlank = raster.bands.every((band) =>
    band.every((value) => value === band[0] || Number.isNaN(value)),
  );
  const same = raster.width === before.raster.width && raster.height === before.raster.height;
  if (!(isBlank && same))
    checkedPair({ file: before.name, raster: before.raster }, { file: name, raster: seen });
  if (raster.bands.length === before.raster.bands.length) return;
  const right = `expected ${before.raster.bands.length} bands as in ${before.name}`;
  throw new InputError([{ file: name, wrong: `${raster.bands.length} bands`, right }]);
}

/** InputError where a picture that knows where it lies does not show the site. */
function requireGroundOf(site: Site, { name, raster }: Named): void {
  const { width, height, grid } = raster;
  const ground = groundOf(grid);
  if (ground.crs !== "EPSG:4326") return;
  const corners = [ground.at(0, 0), ground.at(width, 0), ground.at(0, height), ground.at(width, height)];
  const slack = site.precisionKm / 111;
  const isWithin = (axis: 0 | 1, value: number, more: number) => {
    const values = corners.map((corner) => corner[axis]);
    return value >= Math.min(...values) - more && value <= Math.max(...values) + more;
  };
  const wide = slack / Math.max(0.01, Math.cos((site.lat * Math.PI) / 180));
  if (isWithin(0, site.lon, wide) && isWithin(1, site.lat, slack)) return;
  const [[lon, lat]] = corners as [[number, number]];
  const wrong = `shows the ground from ${lat.toFixed(3)}, ${lon.toFixed(3)} on, where ${site.name} is not`;
  const right = `expected ${site.lat}, ${site.lon} in it, within ${site.precisionKm} km`;
  throw new InputError([{ file: name, wrong, right }]);
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
  const rows = findings.map(({ observation, status, pixels, areaM2, seenOn }) => [
    ...[observation, status, String(pixels), areaM2 === null ? "" : areaM2.toFixed(0)],
    seenOn.join(", "),
  ]);
  return `${table(["finding", "standing", "pixels", "m²", "seen on"], rows)}\n${doubt}\nthey await an analyst: tocsin review`;
}
