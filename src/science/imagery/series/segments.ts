import { bestBounds } from "./best-bounds.ts";
import { baselineAt, harmonicBasis, type HarmonicBasis } from "./harmonic-basis.ts";
import { OUTLIER, residualNoise, type ResidualNoise } from "./residual-noise.ts";
import { stretchFits, type StretchFits } from "./stretch-fits.ts";

/** A place where the course of a series breaks, by index among the clear dates. */
export interface SeriesBreak {
  /** The first clear date after the break. */
  readonly at: number;
  /** Step of the baseline at the break, in the unit of the values. */
  readonly step: number;
  /** The break's gain in fit over what would be noise: 1 is the least that is told. */
  readonly strength: number;
}

export interface SeriesBreaks extends ResidualNoise {
  readonly breaks: readonly SeriesBreak[];
  /** Clear dates far off their baseline: clouds and shadows the mask has missed. */
  readonly spikes: readonly number[];
  readonly harmonics: number;
}

/** Penalty of a break: so many times columns × ln n, more where neighbours are alike. */
const PENALTY = 2;

/**
 * Breaks of a series of clear values against a baseline of level, trend and season: the stretches that cost least,
 * each with a robust baseline and a penalty, no date costing more than three sigmas squared, so that a cloud no mask
 * caught is no reason to break (Fearnhead & Rigaill 2019). Dates in years, ascending; at least 16. RangeError for
 * fewer, or values that are no numbers.
 */
export function seriesBreaks(years: Float64Array, values: Float64Array): SeriesBreaks {
  if (years.length < 16) throw new RangeError(`${years.length} clear dates; at least 16 are needed`);
  if (!values.every(Number.isFinite)) throw new RangeError("a clear value is no number");
  const span = years.at(-1)! - years[0]!;
  const perYear = (years.length - 1) / Math.max(span, 1e-9);
  const harmonics = span < 1.5 ? 0 : perYear >= 15 && span >= 3 ? 2 : 1;
  const basis = harmonicBasis(years, { harmonics, hasTrend: true });
  const fits = stretchFits(basis, values);
  const shortest = Math.max(fits.shortest, Math.round(0.5 * Math.min(perYear, 40)));
  const { bounds: rough, noise } = segmented(fits, basis.columns, shortest);
  const bounds = placed(rough, { basis, fits, values, sigma: noise.sigma });
  const residuals = fits.residuals(bounds);
  const edges = [0, ...bounds, values.length];
  const cost = (start: number, end: number) => fits.cost(start, end, OUTLIER * noise.sigma);
  const breaks = bounds.map((at, k): SeriesBreak => {
    const [from, to] = [edges[k]!, edges[k + 2]!];
    const step = baselineAt(basis, at, fits.model(at, to)) - baselineAt(basis, at, fits.model(from, at));
    const gain = cost(from, to) - cost(from, at) - cost(at, to);
    return { at, step, strength: gain / penaltyOf(basis.columns, values.length, noise) };
  });
  const dates = Array.from(years, (_, t) => t);
  const spikes = dates.filter((t) => Math.abs(residuals[t]!) > OUTLIER * noise.sigma);
  return { breaks, spikes, ...noise, harmonics };
}

/** Breaks are sought at every third date first, and at no more than this many of a long series. */
const [EVERY, MOST_EDGES] = [3, 80];
/** The first rounds ask less of a break: noise that a break has widened would hide it. */
const EASE = [0.1, 0.1, 0.3, 1, 1];

/** The cheapest stretches among the edges, the noise taken from those of the round before. */
function segmented(
  fits: StretchFits,
  columns: number,
  shortest: number,
): { bounds: readonly number[]; noise: ResidualNoise } {
  const stride = Math.max(EVERY, Math.ceil(fits.length / MOST_EDGES));
  const edges = [0];
  for (let t = shortest; t <= fits.length - shortest; t += stride) edges.push(t);
  edges.push(fits.length);
  let bounds: number[] = [];
  let noise = residualNoise(fits.residuals(bounds), columns);
  for (const ease of EASE) {
    const penalty = ease * penaltyOf(columns, fits.length, noise);
    bounds = bestBounds(fits, { edges, shortest, penalty, limit: OUTLIER * noise.sigma });
    noise = residualNoise(fits.residuals(bounds), columns * (bounds.length + 1));
  }
  return { bounds, noise };
}

function penaltyOf(columns: number, dates: number, { sigma, correlation }: ResidualNoise): number {
  const alike = Math.min(Math.max(correlation, 0), 0.8);
  return PENALTY * columns * Math.log(dates) * sigma ** 2 * ((1 + alike) / (1 - alike));
}

interface Placing {
  readonly basis: HarmonicBasis;
  readonly fits: StretchFits;
  readonly values: Float64Array;
  readonly sigma: number;
}

/** Each break where the baselines to either side leave least, sought again while that moves any. */
function placed(rough: readonly number[], placing: Placing): readonly number[] {
  let bounds = rough;
  for (let pass = 0; pass < 3; pass++) {
    const edges = [0, ...bounds, placing.values.length];
    const next: number[] = [];
    for (const [k, bound] of bounds.entries())
      next.push(placedBreak(placing, { from: next.at(-1) ?? 0, bound, to: edges[k + 2]! }));
    if (next.join() === bounds.join()) break;
    bounds = next;
  }
  return bounds;
}

/** How far from a bound its break is sought. */
const NEAR = 7;

/** The first date after a break: where the two baselines leave least, no date counting for more than 4 sigmas. */
function placedBreak(
  { basis, fits, values, sigma }: Placing,
  { from, bound, to }: { readonly from: number; readonly bound: number; readonly to: number },
): number {
  const [before, after] = [fits.model(from, bound), fits.model(bound, to)];
  const first = Math.max(bound - NEAR, from + fits.shortest);
  const last = Math.min(bound + NEAR, to - fits.shortest);
  const cost = (t: number, model: Float64Array) =>
    Math.min((values[t]! - baselineAt(basis, t, model)) ** 2, (4 * sigma) ** 2);
  let [best, at] = [Infinity, bound];
  for (let candidate = first; candidate <= last; candidate++) {
    let sum = 0;
    for (let t = first; t < last; t++) sum += cost(t, t < candidate ? before : after);
    if (sum < best) [best, at] = [sum, candidate];
  }
  return at;
}
