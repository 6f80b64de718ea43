import { normalCdf } from "#science/numbers/index.ts";
import { quantileOf } from "../order-statistics.ts";

/** Two classes in magnitudes, and where an error between them is least. */
export interface MinimumError {
  readonly cut: number;
  readonly share: number;
  /** What lies on the wrong side of the cut, over what changed. */
  readonly wrong: number;
  /** How much better two classes explain the values than one of its own width: log-likelihood a value. */
  readonly gain: number;
}

const [BINS, ROUNDS] = [400, 200];
/** No class of changes is narrower, in spreads of the unchanged. */
const LEAST_SD = 0.5;
/** What lies above so many spreads is the class of changes before its first round. */
const FIRST_CUT = 2.5;

/**
 * Parts magnitudes in spreads of the unchanged: the class of no change is known, the largest of as many halves of a
 * normal distribution as there are `bands`; share, mean and width of a normal class of changes are fitted by
 * expectation and maximisation over a histogram. The cut is where both are as likely (Kittler & Illingworth 1986).
 */
export function minimumError(values: Float32Array, bands: number): MinimumError {
  const top = Math.max(quantileOf(values, 0.9995), 6);
  const counts = new Float64Array(BINS);
  for (const value of values)
    counts[Math.min(BINS - 1, Math.floor((value / top) * BINS))]! += 1 / values.length;
  const middles = Float64Array.from(counts, (_, k) => ((k + 0.5) * top) / BINS);
  const unchanged = middles.map((z) => unchangedDensity(z, bands));
  const { share, mean, sd } = fitted({ counts, middles, unchanged });
  const changed = middles.map((z) => (share * normalDensity((z - mean) / sd)) / sd);
  const still = unchanged.map((density) => (1 - share) * density);
  let cut = BINS - 1;
  while (cut > 0 && (middles[cut]! >= mean || changed[cut]! >= still[cut]!)) cut--;
  const width = widthOf({ counts, middles, unchanged });
  let gain = 0;
  for (let k = 0; k < BINS; k++) {
    const one = unchangedDensity(middles[k]! / width, bands) / width;
    if (counts[k]! > 0) gain += counts[k]! * Math.log((changed[k]! + still[k]! + TINY) / (one + TINY));
  }
  let wrong = 0;
  for (let k = 0; k < BINS; k++) wrong += (top / BINS) * (k > cut ? still[k]! : changed[k]!);
  return { cut: ((cut + 1) * top) / BINS, share, wrong: wrong / Math.max(share, TINY), gain };
}

interface Histogram {
  readonly counts: Float64Array;
  readonly middles: Float64Array;
  readonly unchanged: Float64Array;
}

function fitted({ counts, middles, unchanged }: Histogram): { share: number; mean: number; sd: number } {
  let { share, mean, sd } = momentsOf(counts, middles, (k) => (middles[k]! > FIRST_CUT ? 1 : 0));
  for (let round = 0; round < ROUNDS; round++) {
    if (share < 1e-6) return { share: 0, mean, sd };
    const before = share;
    ({ share, mean, sd } = momentsOf(counts, middles, (k) => {
      const changed = (before * normalDensity((middles[k]! - mean) / sd)) / sd;
      return changed / (changed + (1 - before) * unchanged[k]! + TINY);
    }));
    if (Math.abs(share - before) < 1e-7) break;
  }
  return { share, mean, sd };
}

/** Share, mean and width of what belongs to a class, `memberOf` of each bin from 0 to 1. */
function momentsOf(
  counts: Float64Array,
  middles: Float64Array,
  memberOf: (bin: number) => number,
): { share: number; mean: number; sd: number } {
  let [share, sum, squares] = [0, 0, 0];
  for (let k = 0; k < BINS; k++) {
    const weight = counts[k]! * memberOf(k);
    share += weight;
    sum += weight * middles[k]!;
    squares += weight * middles[k]! ** 2;
  }
  const mean = sum / Math.max(share, TINY);
  const variance = squares / Math.max(share, TINY) - mean * mean;
  return { share, mean, sd: Math.max(Math.sqrt(Math.max(variance, 0)), LEAST_SD) };
}

/** By how much the unchanged class would have to widen to hold all values, by second moments. */
function widthOf({ counts, middles, unchanged }: Histogram): number {
  let [found, known, mass] = [0, 0, 0];
  for (let k = 0; k < BINS; k++) {
    const square = middles[k]! ** 2;
    found += counts[k]! * square;
    known += unchanged[k]! * square;
    mass += unchanged[k]!;
  }
  return Math.sqrt((found * mass) / known);
}

const TINY = 1e-300;

function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

function unchangedDensity(z: number, bands: number): number {
  return bands * Math.max(2 * normalCdf(z) - 1, 0) ** (bands - 1) * 2 * normalDensity(z);
}
