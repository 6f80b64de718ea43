import { logGamma, logSumExp } from "#science/numbers/index.ts";
import { RunningSums } from "./segmentation.ts";

/** What may change from one segment to the next. */
export type ChangeIn = "level" | "level and variance";

/** The first index of the second segment, and a span around it. */
export interface Location {
  readonly at: number;
  readonly low: number;
  readonly high: number;
  /** The probability that the span holds it. */
  readonly within: number;
}

/** Where a change between two values of a series may be: at least `shortest` from either end of [from, to). */
export interface Places {
  readonly from: number;
  readonly to: number;
  readonly shortest: number;
}

/**
 * ln of the posterior of a change at each index of [from + shortest, to − shortest], levels and variances integrated
 * out under flat and 1/σ² priors. Smith 1975, Biometrika 62:407. What is left is red noise of that `correlation`: its
 * likelihood is exact for a change of level; with the variance it is that of (1 − ρ)/(1 + ρ) as many values.
 */
export function changePosterior(
  values: Float64Array,
  places: Places,
  changeIn: ChangeIn,
  correlation: number,
): Float64Array {
  const logs =
    changeIn === "level"
      ? levelEvidence(values, places, correlation)
      : levelAndVarianceEvidence(values, places, (1 - correlation) / (1 + correlation));
  const total = logSumExp(logs);
  return logs.map((log) => log - total);
}

const countOf = ({ from, to, shortest }: Places) => Math.max(0, to - from - 2 * shortest + 1);

/**
 * Generalised least squares of two levels under AR(1) noise. The change takes one innovation to come about, so that
 * red noise hides its place less than it hides its height.
 */
function levelEvidence(values: Float64Array, places: Places, rho: number): Float64Array {
  const { from, to, shortest } = places;
  const part = values.subarray(from, to);
  const n = part.length;
  const mean = part.reduce((sum, value) => sum + value, 0) / n;
  const y = part.map((value) => value - mean);
  const z = y.map((value, i) => (i === 0 ? 0 : value - rho * y[i - 1]!));
  const total = z.reduce((sum, value) => sum + value, 0);
  const start = 1 - rho * rho;
  const squares = z.reduce((sum, value) => sum + value * value, start * y[0]! ** 2);
  let before = 0;
  for (let i = 1; i < shortest; i++) before += z[i]!;
  return Float64Array.from({ length: countOf(places) }, (_, k) => {
    const at = shortest + k;
    const old = start * y[0]! + (1 - rho) * before - rho * z[at]!;
    const now = z[at]! + (1 - rho) * (total - before - z[at]!);
    before += z[at]!;
    const oldWeight = start + (at - 1) * (1 - rho) ** 2 + rho * rho;
    const nowWeight = 1 + (n - at - 1) * (1 - rho) ** 2;
    const determinant = oldWeight * nowWeight - rho * rho;
    const explained = (old * old * nowWeight + now * now * oldWeight + 2 * rho * old * now) / determinant;
    const error = Math.max(1e-12 * squares, squares - explained);
    return (-(n - 2) * Math.log(error)) / 2 - Math.log(determinant) / 2;
  });
}

function levelAndVarianceEvidence(values: Float64Array, places: Places, information: number): Float64Array {
  const { from, to, shortest } = places;
  const sums = new RunningSums(values.subarray(from, to));
  const floor = 1e-12 * sums.squaredError(0, to - from);
  return Float64Array.from({ length: countOf(places) }, (_, k) => {
    const at = shortest + k;
    return (
      segmentEvidence(at, sums.squaredError(0, at) + floor, information) +
      segmentEvidence(to - from - at, sums.squaredError(at, to - from) + floor, information)
    );
  });
}

function segmentEvidence(n: number, error: number, information: number): number {
  const freedom = Math.max(0.5, information * (n - 1)) / 2;
  return logGamma(freedom) - freedom * Math.log(error) - Math.log(n) / 2;
}

/**
 * The likeliest index and the shortest run of indices around it whose probability comes nearest to `mass`: a span
 * that always holds at least as much holds several per cent more where an index or two is all it takes.
 */
export function shortestSpan(logPosterior: Float64Array, first: number, mass: number): Location {
  const p = logPosterior.map(Math.exp);
  let at = 0;
  for (let i = 1; i < p.length; i++) if (p[i]! > p[at]!) at = i;
  let [low, high, within] = [at, at, p[at]!];
  while (low > 0 || high < p.length - 1) {
    const takesLeft = low > 0 && (high === p.length - 1 || p[low - 1]! >= p[high + 1]!);
    const more = within + p[takesLeft ? low - 1 : high + 1]!;
    if (Math.abs(more - mass) >= Math.abs(within - mass)) break;
    within = more;
    if (takesLeft) low--;
    else high++;
  }
  return { at: first + at, low: first + low, high: first + high, within };
}
