import { normalCdf } from "#science/numbers/index.ts";
import { quantileOf } from "../order-statistics.ts";

/** Two classes in magnitudes, and where an error between them is least. */
export interface MinimumError {
  readonly cut: number;
  readonly share: number;
  /** What lies on the wrong side of the cut, over what changed. */
  readonly wrong: number;
  /**
   * How much better two classes explain the values, no change as wide as between neighbours, than one of its own width:
   * log-likelihood a value. Two wide classes would explain any drift.
   */
  readonly gain: number;
  /** The same of two classes where no change may be wider: what drift alone gains nothing by. */
  readonly gainOverDrift: number;
}

const [BINS, ROUNDS] = [400, 200];
/** No class of changes is narrower, in spreads of the unchanged. */
const LEAST_SD = 0.5;
/** A class of a smaller share is none; a round that moves it by less is the last. */
const [LEAST_SHARE, SETTLED] = [1e-6, 1e-7];
/** What lies above so many spreads is the class of changes before its first round. */
const FIRST_CUT = 2.5;

/**
 * Parts magnitudes in spreads of the unchanged between neighbours. The class of no change is the largest of as many
 * halves of a normal distribution as there are `bands`, as wide as ground that drifts by itself makes it, that of
 * changes is normal; share, mean and widths are fitted by expectation and maximisation over a histogram. The cut is
 * where both are as likely (Kittler & Illingworth 1986).
 */
export function minimumError(values: Float32Array, bands: number): MinimumError {
  const top = Math.max(quantileOf(values, 0.9995), 6);
  const counts = new Float64Array(BINS);
  for (const value of values)
    counts[Math.min(BINS - 1, Math.floor((value / top) * BINS))]! += 1 / values.length;
  const middles = Float64Array.from(counts, (_, k) => ((k + 0.5) * top) / BINS);
  const unchanged = (width: number) => middles.map((z) => unchangedDensity(z / width, bands) / width);
  const histogram = { counts, middles, unchanged };
  const overDrift = fitted(histogram, Infinity);
  const { share, mean, changed, still } = overDrift;
  let cut = BINS - 1;
  while (cut > 0 && (middles[cut]! >= mean || changed[cut]! >= still[cut]!)) cut--;
  const one = unchanged(widthOf(counts, middles, unchanged(1)));
  const gainOf = (two: Fitted) =>
    counts.reduce((sum, count, k) => {
      const density = two.changed[k]! + two.still[k]!;
      return count === 0 ? sum : sum + count * Math.log((density + TINY) / (one[k]! + TINY));
    }, 0);
  let wrong = 0;
  for (let k = 0; k < BINS; k++) {
    wrong += (top / BINS) * (k > cut ? still[k]! : changed[k]!);
  }
  return {
    cut: ((cut + 1) * top) / BINS,
    share,
    wrong: wrong / Math.max(share, TINY),
    gain: gainOf(fitted(histogram, 1)),
    gainOverDrift: gainOf(overDrift),
  };
}

interface Histogram {
  readonly counts: Float64Array;
  readonly middles: Float64Array;
  /** Density of no change by bin, so many times wider than between neighbours. */
  readonly unchanged: (width: number) => Float64Array;
}

interface Fitted {
  readonly share: number;
  readonly mean: number;
  /** Densities by bin, each as large as its share. */
  readonly changed: Float64Array;
  readonly still: Float64Array;
}

/** Both classes, that of no change at most so many times wider than between neighbours. */
function fitted({ counts, middles, unchanged }: Histogram, mostWidth: number): Fitted {
  let { share, mean, sd } = momentsOf(counts, middles, (k) => (middles[k]! > FIRST_CUT ? 1 : 0));
  const asNeighbours = unchanged(1);
  let density = asNeighbours;
  for (let round = 0; ; round++) {
    const changed = middles.map((z) => (share * normalDensity((z - mean) / sd)) / sd);
    const still = density.map((one) => (1 - share) * one);
    if (round === ROUNDS || share < LEAST_SHARE) return { share, mean, changed, still };
    const before = share;
    const memberOf = (k: number) => changed[k]! / (changed[k]! + still[k]! + TINY);
    ({ share, mean, sd } = momentsOf(counts, middles, memberOf));
    const rest = counts.map((count, k) => count * (1 - memberOf(k)));
    density = unchanged(Math.min(mostWidth, Math.max(1, widthOf(rest, middles, asNeighbours))));
    if (Math.abs(share - before) < SETTLED) round = ROUNDS - 1;
  }
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

/** By how much a class as wide as `known` would have to widen to hold all of `counts`, by second moments. */
function widthOf(counts: Float64Array, middles: Float64Array, known: Float64Array): number {
  let [found, held, expected, mass] = [0, 0, 0, 0];
  for (let k = 0; k < BINS; k++) {
    const square = middles[k]! ** 2;
    found += counts[k]! * square;
    held += counts[k]!;
    expected += known[k]! * square;
    mass += known[k]!;
  }
  return Math.sqrt((found * mass) / (expected * held));
}

const TINY = 1e-300;

function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

function unchangedDensity(z: number, bands: number): number {
  return bands * Math.max(2 * normalCdf(z) - 1, 0) ** (bands - 1) * 2 * normalDensity(z);
}
