import { robustSpread } from "../order-statistics.ts";
import { baselineAt, harmonicBasis, type HarmonicBasis } from "./harmonic-basis.ts";
import { segmentFits, type SegmentFits } from "./segment-fits.ts";

/** A place where the course of a series breaks, by index among the clear dates. */
export interface SeriesBreak {
  /** The first clear date after the break. */
  readonly at: number;
  /** Step of the baseline at the break, in the unit of the values. */
  readonly step: number;
  /** The break's gain in fit over what would be noise: 1 is the least that is told. */
  readonly strength: number;
}

export interface SeriesBreaks {
  readonly breaks: readonly SeriesBreak[];
  /** Clear dates left out as spikes: clouds and shadows the mask has missed. */
  readonly spikes: readonly number[];
  /** Spread of the values around their baselines. */
  readonly sigma: number;
  /** Correlation of neighbouring residuals. */
  readonly correlation: number;
  readonly harmonics: number;
}

/** Penalty of a break: so many times columns × ln n, more where neighbours are alike. */
const PENALTY = 2;

/**
 * Breaks of a series of clear values against a baseline of level, trend and season: the segmentation of least squares
 * plus a penalty for each break (Jackson et al. 2005, exact), spikes left out. Dates in years, ascending; at least 16.
 * RangeError for fewer, or values that are no numbers.
 */
export function seriesBreaks(years: Float64Array, values: Float64Array): SeriesBreaks {
  if (years.length < 16) throw new RangeError(`${years.length} clear dates; at least 16 are needed`);
  if (!values.every(Number.isFinite)) throw new RangeError("a clear value is no number");
  let kept = withoutSpikes(values);
  let found = segmented(years, values, kept);
  for (let pass = 0; pass < 2; pass++) {
    kept = withoutOutliers(kept, found.residuals);
    found = segmented(years, values, kept);
  }
  const { fits, basis, bounds, noise } = found;
  const penalty = penaltyOf(basis, noise);
  const edges = [0, ...bounds, kept.length];
  const whole = harmonicBasis(years, { harmonics: found.harmonics, hasTrend: true });
  const breaks = bounds.map((bound, k) => {
    const [before, after] = [fits.fit(edges[k]!, bound), fits.fit(bound, edges[k + 2]!)];
    const gain = fits.fit(edges[k]!, edges[k + 2]!).rss - before.rss - after.rss;
    const at = placedBreak(whole, values, kept[bound]!, [before.model, after.model], noise.sigma);
    const step = baselineAt(whole, at, after.model) - baselineAt(whole, at, before.model);
    return { at, step, strength: gain / penalty };
  });
  const inside = new Set(kept);
  const spikes = Array.from(years, (_, i) => i).filter((i) => !inside.has(i));
  return { breaks, spikes, ...noise, harmonics: found.harmonics };
}

/** How far from the segments' bound a break is sought again, among all clear dates. */
const NEAR = 4;

/** The first date after a break, spikes and all: where the two baselines leave least, no date counting for more than 4 sigmas. */
function placedBreak(
  basis: HarmonicBasis,
  values: Float64Array,
  bound: number,
  [before, after]: readonly [Float64Array, Float64Array],
  sigma: number,
): number {
  const [first, last] = [Math.max(bound - NEAR, 1), Math.min(bound + NEAR, values.length - 1)];
  const cost = (t: number, model: Float64Array) =>
    Math.min((values[t]! - baselineAt(basis, t, model)) ** 2, (4 * sigma) ** 2);
  let [best, at] = [Infinity, bound];
  for (let candidate = first; candidate <= last; candidate++) {
    let sum = 0;
    for (let t = first - 1; t <= last; t++) sum += cost(t, t < candidate ? before : after);
    if (sum < best) [best, at] = [sum, candidate];
  }
  return at;
}

interface Noise {
  readonly sigma: number;
  readonly correlation: number;
}

interface Segmented {
  readonly fits: SegmentFits;
  readonly basis: HarmonicBasis;
  readonly bounds: readonly number[];
  readonly noise: Noise;
  readonly residuals: Float64Array;
  readonly harmonics: number;
}

/** The best segments of the kept dates, the noise taken from the segments before and sought again. */
function segmented(years: Float64Array, values: Float64Array, kept: readonly number[]): Segmented {
  const x = Float64Array.from(kept, (i) => years[i]!);
  const y = Float64Array.from(kept, (i) => values[i]!);
  const span = x.at(-1)! - x[0]!;
  const perYear = (x.length - 1) / Math.max(span, 1e-9);
  const harmonics = span < 1.5 ? 0 : perYear >= 15 && span >= 3 ? 2 : 1;
  const basis = harmonicBasis(x, { harmonics, hasTrend: true });
  const fits = segmentFits(basis, y);
  const shortest = Math.max(basis.columns + 2, Math.round(0.5 * Math.min(perYear, 40)));
  let noise: Noise = { sigma: whiteSigma(y), correlation: 0 };
  let bounds: number[] = [];
  let residuals: Float64Array = y;
  for (let round = 0; round < 3; round++) {
    const penalty = penaltyOf(basis, noise);
    const next = bestBounds(fits, shortest, penalty);
    if (round > 0 && next.join() === bounds.join()) break;
    bounds = next;
    residuals = residualsOf(fits, basis, y, bounds);
    noise = noiseOf(residuals, basis.columns * (bounds.length + 1));
  }
  return { fits, basis, bounds, noise, residuals, harmonics };
}

/** Outliers lie this many robust sigmas from their baseline, fewer than three in a row on one side. */
const OUTLIER = 3.5;

function withoutOutliers(kept: readonly number[], residuals: Float64Array): number[] {
  const { median, sigma } = robustSpread(residuals);
  const sides = Int8Array.from(residuals, (rest) => {
    const off = (rest - median) / Math.max(sigma, 1e-9);
    return off > OUTLIER ? 1 : off < -OUTLIER ? -1 : 0;
  });
  const isRun = (i: number) =>
    [i - 2, i - 1, i].some((from) => [0, 1, 2].every((k) => sides[from + k] === sides[i]));
  return kept.filter((_, i) => i === 0 || sides[i] === 0 || isRun(i));
}

function penaltyOf({ columns, rows }: HarmonicBasis, { sigma, correlation }: Noise): number {
  const alike = Math.min(Math.max(correlation, 0), 0.8);
  const dates = rows.length / columns;
  return PENALTY * columns * Math.log(dates) * sigma ** 2 * ((1 + alike) / (1 - alike));
}

/** Spread of white noise from what each value differs from the mean of its neighbours. */
function whiteSigma(values: Float64Array): number {
  const off = values.subarray(1, -1).map((value, i) => value - (values[i]! + values[i + 2]!) / 2);
  return Math.max(robustSpread(off).sigma / Math.sqrt(1.5), 1e-9);
}

function residualsOf(
  fits: SegmentFits,
  basis: HarmonicBasis,
  values: Float64Array,
  bounds: readonly number[],
): Float64Array {
  const residuals = new Float64Array(values.length);
  const edges = [0, ...bounds, values.length];
  for (let k = 0; k + 1 < edges.length; k++) {
    const { model } = fits.fit(edges[k]!, edges[k + 1]!);
    for (let t = edges[k]!; t < edges[k + 1]!; t++) residuals[t] = values[t]! - baselineAt(basis, t, model);
  }
  return residuals;
}

function noiseOf(residuals: Float64Array, fitted: number): Noise {
  let [product, square] = [0, 0];
  for (let t = 0; t < residuals.length; t++) {
    square += residuals[t]! ** 2;
    if (t > 0) product += residuals[t]! * residuals[t - 1]!;
  }
  const free = Math.max(residuals.length - fitted, 1);
  return { sigma: Math.max(Math.sqrt(square / free), 1e-9), correlation: square > 0 ? product / square : 0 };
}

/** Where segments begin, the first at 0 left out. */
function bestBounds(fits: SegmentFits, shortest: number, penalty: number): number[] {
  const n = fits.length;
  const best = new Float64Array(n + 1).fill(Infinity);
  const from = new Int32Array(n + 1);
  best[0] = -penalty;
  for (let start = 0; start + shortest <= n; start++) {
    if (!Number.isFinite(best[start]!)) continue;
    fits.eachEnd(start, shortest, (end, rss) => {
      const cost = best[start]! + penalty + rss;
      if (cost < best[end]!) [best[end], from[end]] = [cost, start];
    });
  }
  const bounds: number[] = [];
  for (let end = from[n]!; end > 0; end = from[end]!) bounds.unshift(end);
  return bounds;
}

/** Spikes lie this many times the usual disagreement of neighbours outside the range of those to either side. */
const SPIKE = 4;

/** The indices of values that are no spikes: outside both neighbours' range by far, alone or two in a row. */
function withoutSpikes(values: Float64Array): number[] {
  let kept = Array.from(values, (_, i) => i);
  for (let pass = 0; pass < 3; pass++) {
    const now = Float64Array.from(kept, (i) => values[i]!);
    const limit = SPIKE * whiteSigma(now);
    const gaps = Array.from(now, (_, i) => outside(now, i));
    // of neighbours that both stick out, the further goes first
    kept = kept.filter(
      (_, i) => !(gaps[i]! > limit && gaps[i]! >= Math.max(gaps[i - 1] ?? 0, gaps[i + 1] ?? 0)),
    );
  }
  return kept;
}

/** How far a value lies outside the range of the two before and the two after it; 0 inside and at the ends. */
function outside(values: Float64Array, i: number): number {
  if (i < 2 || i > values.length - 3) return 0;
  const [a, b, c, d] = [values[i - 2]!, values[i - 1]!, values[i + 1]!, values[i + 2]!];
  // the second lowest and highest: a spike's neighbour may be one too
  const near = [a, b, c, d].sort((x, y) => x - y);
  const [low, high] = [Math.min(near[1]!, (a + d) / 2), Math.max(near[2]!, (a + d) / 2)];
  return Math.max(values[i]! - high, low - values[i]!, 0);
}
