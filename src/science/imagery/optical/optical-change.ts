import { guardedThreshold } from "../guarded-threshold.ts";
import { quantileOf } from "../order-statistics.ts";
import type { PairChange } from "../pair-change.ts";
import { sampleUsable, type Scene } from "../scene.ts";
import { changeMagnitude, rangeOfBand, spreadOfFit, type BandFit } from "./change-magnitude.ts";
import { irMad } from "./ir-mad.ts";
import { meanWithinRims } from "./mean-within-rims.ts";
import { fitBandModel } from "./normalise.ts";
import { guardOffset } from "./offset-guard.ts";
import { register } from "./register.ts";
import { drawnAlike } from "./tone-curve.ts";

export interface OpticalQuestion {
  /** Share of unchanged pixels above the threshold; decided from the pair when null. */
  readonly alpha: number | null;
  /** The stored number of reflectance 1, null where values are no reflectance. */
  readonly unit: number | null;
  /** The largest shift that is undone, in pixels. */
  readonly shiftLimitPx: number;
}

const LEAST_SHIFT_PX = 0.15;
/** Invariant pixels are sought among so many. */
const SAMPLE = 12_000;

/**
 * Change between two dates of the same bands on one grid: offset guard, co-registration, invariant pixels by IR-MAD,
 * robust normalisation, change vectors in MAD units, 3 × 3 mean within rims, guarded threshold. RangeError when nothing can be
 * compared.
 */
export function opticalChange(before: Scene, after: Scene, question: OpticalQuestion): PairChange {
  const { width, height } = before;
  const {
    scene: moved,
    compared,
    registration,
  } = register(before, after, {
    leastPx: LEAST_SHIFT_PX,
    mostPx: question.shiftLimitPx,
  });
  const sample = sampleUsable(compared, SAMPLE);
  if (sample.length < 50)
    throw new RangeError(`only ${sample.length} pixels can be compared; at least 50 would do`);
  const y = valuesAt(moved.bands, sample);
  const drawn = drawnAlike(before.bands, after.bands, sample);
  const x = valuesAt(drawn.bands, sample);
  const { weights } = irMad(x, y);
  const offset = guardOffset(invariant(x, weights), invariant(y, weights), question.unit);
  const ranges = y.map(rangeOfBand);
  const fits = y.map((band, k) => spreadOfFit(x, band, ownBandModel(x, band, k, weights), ranges[k]!));
  const crossed = y.map((band, k) => spreadOfFit(x, band, fitBandModel(x, band, weights), ranges[k]!));
  const [raw, second] = [fits, crossed].map((models) =>
    changeMagnitude(drawn.bands, moved.bands, models, new Float32Array(width * height)),
  ) as [Float32Array, Float32Array];
  // what one of the two normalisations explains is no change
  for (let i = 0; i < raw.length; i++) if (second[i]! < raw[i]!) raw[i] = second[i]!;
  const magnitude = meanWithinRims(raw, compared, { width, height });
  const threshold = guardedThreshold(magnitude, compared, {
    alpha: question.alpha,
    floor: leastMagnitude(fits),
  });
  const told = "change vectors in MAD units over IR-MAD invariant pixels, 3 x 3 mean";
  const method = drawn.isCurved ? `${told}, a tone curve undone` : told;
  const scale = { spread: "unchanged", filter: "fine" } as const;
  return { method, magnitude, scale, compared, threshold, settled: null, registration, offset };
}

/** A band after as a linear function of the same band before alone. */
function ownBandModel(
  before: readonly Float64Array[],
  after: Float64Array,
  k: number,
  weights: Float64Array,
): Float64Array {
  const [offset, gain] = fitBandModel([before[k]!], after, weights);
  const model = new Float64Array(before.length + 1);
  model[0] = offset!;
  model[k + 1] = gain!;
  return model;
}

/** Without two classes, less than this share of what the bands range over is no change. */
const LEAST_CONTRAST = 0.08;

function leastMagnitude(fits: readonly BandFit[]): number {
  return (
    Math.sqrt(fits.reduce((sum, { span, sigma }) => sum + (span / sigma) ** 2, 0) / fits.length) *
    LEAST_CONTRAST
  );
}

function valuesAt(bands: readonly Float32Array[], sample: Int32Array): Float64Array[] {
  return bands.map((band) => {
    const values = new Float64Array(sample.length);
    for (let n = 0; n < values.length; n++) values[n] = band[sample[n]!]!;
    return values;
  });
}

/** The values of the pixels more likely unchanged than half of them. */
function invariant(bands: readonly Float64Array[], weights: Float64Array): Float64Array[] {
  const cut = quantileOf(weights, 0.5);
  return bands.map((band) => band.filter((_, i) => weights[i]! >= cut));
}
