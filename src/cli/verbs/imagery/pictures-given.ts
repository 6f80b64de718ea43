import { createHash } from "node:crypto";
import path from "node:path";
import type { Raster } from "#science/imagery/index.ts";
import { InputError } from "#model/input-error.ts";
import type { Site } from "#model/site.ts";
import type { DatedPicture } from "../../../cycle/imagery/compare-site.ts";
import { groundOf } from "../../../cycle/imagery/polygons.ts";
import { WrongUse } from "../../failure.ts";
import { dayIn } from "../../options.ts";
import { readBytes } from "../../read-file.ts";
import { withMasks } from "./masks-given.ts";
import { checkedPair } from "./pair-of-rasters.ts";
import { readRasterFile } from "./read-raster-file.ts";

export interface NamedPicture extends DatedPicture {
  readonly name: string;
}

interface PicturesAsked {
  readonly words: readonly string[];
  readonly options: {
    readonly before?: string;
    readonly after?: string;
    readonly confirm?: string;
    readonly "confirmed-on"?: string;
    readonly scenes?: string;
    readonly history?: string;
    readonly mask?: string;
    readonly "mask-kind"?: string;
  };
}

export interface PicturesGiven {
  readonly before: NamedPicture;
  readonly after: NamedPicture;
  readonly later: readonly NamedPicture[];
  readonly history: readonly Named[];
}

/** The pictures that a comparison names, read, masked, and found to lie on the grid of the first. */
export async function picturesGiven({ options, words }: PicturesAsked): Promise<PicturesGiven> {
  const dates = datesIn(options);
  const named = [...words.slice(0, 2), ...listIn(options.confirm)];
  const files = [...named, ...listIn(options.history)];
  const rasters: Raster[] = [];
  for (const file of files) rasters.push(await readRasterFile(file));
  const masked = await withMasks(rasters, options);
  const [first] = masked.map((one, k) => ({ ...one, name: files[k]! }));
  for (const [k, { raster }] of masked.entries())
    if (k > 0) requireComparable(first!, { name: files[k]!, raster });
  const ids = options.scenes?.split(",") ?? [];
  const pictures = named.map((file, k): NamedPicture => {
    const scene = ids[k] || path.basename(file, path.extname(file));
    return { name: file, date: dates[k]!, scene, file: sha256Of(file), ...masked[k]! };
  });
  const [before, after, ...later] = pictures as [NamedPicture, NamedPicture, ...NamedPicture[]];
  const history = masked
    .slice(named.length)
    .map(({ raster }, k) => ({ name: files[named.length + k]!, raster }));
  return { before, after, later, history };
}

function listIn(text: string | undefined): readonly string[] {
  return text?.split(",") ?? [];
}

/** The days of BEFORE, AFTER and the pictures of `--confirm`, each after the last. */
function datesIn(options: PicturesAsked["options"]): string[] {
  const confirming = listIn(options.confirm).length;
  const given = listIn(options["confirmed-on"]);
  if (given.length !== confirming) {
    const many = given.length === 0 ? "" : ` for each of its ${confirming} pictures, got ${given.length}`;
    throw new WrongUse(`--confirm needs --confirmed-on DATE${many}`);
  }
  const dates = [requiredDay("before", options.before), requiredDay("after", options.after)];
  for (const text of given) dates.push(dayIn("confirmed-on", text));
  for (const [k, date] of dates.entries()) {
    const name = k === 1 ? "after" : "confirmed-on";
    if (k > 0 && date <= dates[k - 1]!)
      throw new WrongUse(`--${name} is "${date}"; a day after ${dates[k - 1]!} would be right`);
  }
  return dates;
}

function requiredDay(name: string, text: string | undefined): string {
  if (text === undefined) throw new WrongUse(`"imagery compare" needs --${name} DATE`);
  return dayIn(name, text);
}

function sha256Of(file: string): string {
  return createHash("sha256").update(readBytes(file)).digest("hex");
}

interface Named {
  readonly name: string;
  readonly raster: Raster;
}

/** InputError where a picture cannot be laid over the first; one that shows nothing is no fault but an answer. */
function requireComparable(before: Named, { name, raster }: Named): void {
  const bare = (one: Raster) => ({ ...one, mask: null });
  const isBlank = raster.bands.every((band) =>
    band.every((value) => value === band[0] || Number.isNaN(value)),
  );
  const same = raster.width === before.raster.width && raster.height === before.raster.height;
  if (!(isBlank && same))
    checkedPair({ file: before.name, raster: bare(before.raster) }, { file: name, raster: bare(raster) });
  if (raster.bands.length === before.raster.bands.length) return;
  const right = `expected ${before.raster.bands.length} bands as in ${before.name}`;
  throw new InputError([{ file: name, wrong: `${raster.bands.length} bands`, right }]);
}

/** InputError where a picture that knows where it lies does not show the site. */
export function requireGroundOf(site: Site, { name, raster }: Named): void {
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
