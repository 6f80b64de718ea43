import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import {
  changedMask,
  changedObjects,
  compareRasters,
  writeGeoTiff,
  type ChangedObject,
  type PairChange,
  type Raster,
} from "#science/imagery/index.ts";
import { InputError } from "#model/input-error.ts";
import { featureOf, groundOf } from "../../../cycle/imagery/polygons.ts";
import { JSON_OUT, numberIn, oneOf } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { checkedPair, withoutMasked } from "./pair-of-rasters.ts";
import { readRasterFile } from "./read-raster-file.ts";

/** What changed between two pictures of one place. */
export const change = defineVerb({
  words: ["BEFORE", "AFTER"],
  options: {
    out: {
      takes: "MASK.tif",
      summary: "write 1 where it changed, 0 elsewhere, 255 where nothing was compared",
    },
    kind: { takes: "KIND", summary: "optical or sar (by the look of the bands unless given)" },
    alpha: {
      takes: "A",
      summary: "share of unchanged pixels to be called changed (by the pair unless given)",
    },
    mask: { takes: "FILE", summary: "a raster on the same grid; pixels that are not 0 are left out" },
    "min-pixels": { takes: "N", summary: "smallest object that is kept (4 unless given)" },
    "max-shift": { takes: "PX", summary: "largest shift between the two that is undone (5 unless given)" },
    ...JSON_OUT,
  },
  async run({ options, words: [beforeFile = "", afterFile = ""] }, shell) {
    const alpha =
      options.alpha === undefined ? null : numberIn("alpha", options.alpha, { least: 1e-9, most: 0.5 });
    const leastPixels = numberIn("min-pixels", options["min-pixels"] ?? "4", { least: 1, most: 1e9 });
    const shiftLimitPx = numberIn("max-shift", options["max-shift"] ?? "5", { least: 0, most: 16 });
    const asked = options.kind === undefined ? null : oneOf("kind", options.kind, ["optical", "sar"]);
    const [before, after] = [await readRasterFile(beforeFile), await readRasterFile(afterFile)];
    const { notes, bands } = checkedPair(
      { file: beforeFile, raster: before },
      { file: afterFile, raster: after },
    );
    const kind = asked === null ? guessedKind(before) : { kind: asked, reason: "as asked" };
    const mask =
      options.mask === undefined ? null : { file: options.mask, raster: await readRasterFile(options.mask) };
    const [x, y] = [before, after].map((raster) => withoutMasked(firstBands(raster, bands), mask));
    const found = blamingPair(afterFile, () =>
      compareRasters(x!, y!, { kind: kind.kind, alpha, shiftLimitPx }),
    );
    const cut = changedMask(found);
    const { objects, mask: kept } = changedObjects(cut, found.magnitude, { ...before, leastPixels });
    if (options.out !== undefined) writeMask(options.out, before, found, kept);
    const told = answer({ found, objects, kept, before, kind, notes });
    shell.out(options.json ? JSON.stringify(told) : inWords(told));
    return 0;
  },
});

interface Guess {
  readonly kind: "optical" | "sar";
  readonly reason: string;
}

/** Radar has one or two polarisations, optical pictures mostly three bands or more. */
function guessedKind({ bands }: Raster): Guess {
  if (bands.length >= 3) return { kind: "optical", reason: `${bands.length} bands` };
  return {
    kind: "sar",
    reason: `${bands.length === 1 ? "one band" : "two bands"}; --kind optical says otherwise`,
  };
}

function firstBands(raster: Raster, bands: number): Raster {
  return { ...raster, bands: raster.bands.slice(0, bands) };
}

/** What the methods refuse is the fault of the pair. */
function blamingPair(file: string, work: () => PairChange): PairChange {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError([{ file, wrong: "no comparison with the raster before", right: error.message }]);
  }
}

function writeMask(
  file: string,
  { width, height, grid }: Raster,
  { compared }: PairChange,
  kept: Uint8Array,
): void {
  const band = kept.map((value, i) => (compared[i] === 1 ? value : 255));
  const hidden = compared.some((one) => one === 0);
  const raster: Raster = {
    ...{ width, height, grid, bands: [band], noData: hidden ? 255 : null },
    ...{ mask: null, scales: [1], offsets: [0] },
  };
  writeFileSync(file, writeGeoTiff(raster, deflateSync));
}

interface Answer {
  readonly found: PairChange;
  readonly objects: readonly ChangedObject[];
  readonly kept: Uint8Array;
  readonly before: Raster;
  readonly kind: Guess;
  readonly notes: readonly string[];
}

function answer({ found, objects, kept, before, kind, notes }: Answer) {
  const { method, threshold, registration, offset, compared } = found;
  const comparedPixels = compared.reduce((sum, one) => sum + one, 0);
  const changedPixels = kept.reduce((sum, one) => sum + one, 0);
  const ground = groundOf(before.grid);
  return {
    kind: kind.kind,
    kindReason: kind.reason,
    threshold: threshold.threshold,
    alpha: threshold.alpha,
    changedFraction: changedPixels / comparedPixels,
    changedPixels,
    comparedPixels,
    thresholdMethod: threshold.method,
    aboveMad: threshold.aboveMad,
    method,
    registration,
    offset,
    crs: ground.crs,
    notes,
    polygons: objects.map((one) => featureOf(one, ground)),
  };
}

function inWords({
  kind,
  threshold,
  alpha,
  changedFraction,
  registration,
  offset,
  notes,
  polygons,
}: Told): string {
  const share = `${(100 * changedFraction).toFixed(2)} %`;
  const lines = [
    `${kind}: ${share} changed in ${polygons.length} objects; threshold ${threshold.toFixed(2)}, false alarms by the pair's own body ${alpha.toExponential(1)}`,
    `registration: ${registration.status}, ${registration.dx.toFixed(2)}, ${registration.dy.toFixed(2)} px (${registration.reason})`,
    ...(offset === null ? [] : [`offset: ${offset.verdict} (${offset.reason})`]),
    ...notes,
  ];
  const rows = polygons
    .slice(0, 20)
    .map(({ properties: { pixels, meanMagnitude, x, y } }) => [
      String(pixels),
      meanMagnitude.toFixed(2),
      `${x.toFixed(5)}, ${y.toFixed(5)}`,
    ]);
  return rows.length === 0
    ? lines.join("\n")
    : `${lines.join("\n")}\n\n${table(["pixels", "magnitude", "at"], rows)}`;
}

type Told = ReturnType<typeof answer>;
