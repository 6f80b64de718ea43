import { addTimes } from "../linear-algebra.ts";
import { quantileInOrder, robustSpread } from "../order-statistics.ts";

/** What a band after should be where nothing changed, and how far it usually is from that. */
export interface BandFit {
  /** Offset first, then the weight of each band before. */
  readonly model: Float64Array;
  /** Median absolute deviation, as a standard deviation; infinite for a band that says nothing. */
  readonly sigma: number;
  /** What the band after ranges over, 10th to 90th percentile. */
  readonly span: number;
}

/** No spread is taken to be smaller than this share of the band's own: rounding is no certainty. */
const LEAST_SPREAD = 0.02;
/** The deviation of a difference of two rounded numbers, in steps between them. */
const ROUNDED_TWICE = Math.sqrt(2 / 12);
/** Single precision keeps a number to this share of its size, and resampling a few of them. */
const ROUNDING = 1e-6;

/** What the values of a band are like. */
export interface BandRange {
  /** 10th to 90th percentile. */
  readonly span: number;
  /** The least step between two values. */
  readonly step: number;
  /** The larger size of the middle one and the largest. */
  readonly size: number;
}

/** The range of a band's sampled values. */
export function rangeOfBand(values: Float64Array): BandRange {
  const ascending = values.toSorted();
  const span = quantileInOrder(ascending, 0.9) - quantileInOrder(ascending, 0.1);
  const size = Math.max(Math.abs(quantileInOrder(ascending, 0.5)), Math.abs(quantileInOrder(ascending, 1)));
  return { span, step: leastStep(ascending), size };
}

/** The spread of a fitted model over sampled pixels, its offset moved to their median; values by sample. */
export function spreadOfFit(
  before: readonly Float64Array[],
  after: Float64Array,
  fitted: Float64Array,
  { span, step, size }: BandRange,
): BandFit {
  const residual = residualOf(before, after, fitted);
  const { median, sigma } = robustSpread(residual);
  const model = fitted.map((weight, k) => (k === 0 ? weight + median : weight));
  const told = Math.max(sigma, LEAST_SPREAD * span, ROUNDED_TWICE * step);
  const isSame = (spread: number) => spread <= ROUNDING * size;
  if (!isSame(sigma)) return { model, sigma: told, span };
  // more than half of the pixels agree to the last digit: a clipped band, or a drawn one
  const deviation = Math.sqrt(
    residual.reduce((sum, rest) => sum + (rest - median) ** 2, 0) / residual.length,
  );
  return { model, sigma: isSame(deviation) ? Infinity : Math.max(told, deviation), span };
}

function residualOf(
  before: readonly Float64Array[],
  after: Float64Array,
  fitted: Float64Array,
): Float64Array {
  const [offset] = fitted;
  const rest = after.map((value) => value - offset!);
  for (const [k, band] of before.entries()) {
    const weight = fitted[k + 1]!;
    if (weight !== 0) addTimes(rest, -weight, band);
  }
  return rest;
}

/** The least step between values: 1 for whole numbers, next to nothing for others; 0 where all are the same. */
function leastStep(ascending: Float64Array): number {
  let step = Infinity;
  for (let i = 1; i < ascending.length; i++) {
    const gap = ascending[i]! - ascending[i - 1]!;
    if (gap > 0 && gap < step) step = gap;
  }
  return step === Infinity ? 0 : step;
}

/**
 * Length of the change vector of each pixel, root mean square over bands in MAD units: 1 is the bands' usual
 * disagreement. Change vector analysis, Malila 1980, over normalised bands. Writes into `out`.
 */
export function changeMagnitude(
  before: readonly Float32Array[],
  after: readonly Float32Array[],
  fits: readonly BandFit[],
  out: Float32Array,
): Float32Array {
  out.fill(0);
  const alone: WeightedPair[] = [];
  const rest = new Float32Array(out.length);
  for (const [k, { model, sigma }] of fits.entries()) {
    const scale = 1 / (sigma * Math.sqrt(fits.length));
    const used = before.flatMap((band, j) =>
      model[j + 1] === 0 ? [] : [{ band, weight: model[j + 1]! * scale }],
    );
    const scaling = { offset: model[0]! * scale, scale };
    if (used.length === 1)
      alone.push({ y: after[k]!, x: used[0]!.band, weight: used[0]!.weight, ...scaling });
    else addMany(after[k]!, used, scaling, { rest, out });
  }
  for (let k = 0; k < alone.length; k += 2) addTwo(alone[k]!, alone[k + 1] ?? nothingOf(alone[k]!), out);
  for (let i = 0; i < out.length; i++) out[i] = Math.sqrt(out[i]!);
  return out;
}

interface WeightedBand {
  readonly band: Float32Array;
  readonly weight: number;
}

interface Scaling {
  readonly offset: number;
  readonly scale: number;
}

/** A band after and the one band before that it goes by. */
interface WeightedPair extends Scaling {
  readonly y: Float32Array;
  readonly x: Float32Array;
  readonly weight: number;
}

function nothingOf(pair: WeightedPair): WeightedPair {
  return { ...pair, weight: 0, offset: 0, scale: 0 };
}

/** Two bands in one pass: half of the reads and writes of `out`, which take as long as the arithmetic. */
function addTwo(first: WeightedPair, second: WeightedPair, out: Float32Array): void {
  const { y: y1, x: x1, weight: w1, offset: o1, scale: s1 } = first;
  const { y: y2, x: x2, weight: w2, offset: o2, scale: s2 } = second;
  for (let i = 0; i < out.length; i++) {
    const z1 = y1[i]! * s1 - x1[i]! * w1 - o1;
    const z2 = y2[i]! * s2 - x2[i]! * w2 - o2;
    out[i] = out[i]! + z1 * z1 + z2 * z2;
  }
}

/** Two bands before in one pass, each rounded as it is taken away; the last pass adds the squares to `out`. */
function addMany(
  y: Float32Array,
  used: readonly WeightedBand[],
  { offset, scale }: Scaling,
  { rest, out }: { readonly rest: Float32Array; readonly out: Float32Array },
): void {
  for (let i = 0; i < rest.length; i++) rest[i] = y[i]! * scale - offset;
  for (let k = 0; k < used.length; k += 2) {
    const { band, weight } = used[k]!;
    const next = used[k + 1];
    if (next === undefined) for (let i = 0; i < rest.length; i++) rest[i]! -= weight * band[i]!;
    else takeTwo(rest, band, weight, next.band, next.weight);
  }
  for (let i = 0; i < rest.length; i++) out[i]! += rest[i]! * rest[i]!;
}

function takeTwo(rest: Float32Array, a: Float32Array, wa: number, b: Float32Array, wb: number): void {
  for (let i = 0; i < rest.length; i++) rest[i] = Math.fround(rest[i]! - wa * a[i]!) - wb * b[i]!;
}
