import { maximum, standardNormal, type Random } from "#science/numbers/index.ts";

/** A first-order autoregression sampled at any times: correlation over the mean gap, and standard deviation. */
export interface RedNoise {
  readonly correlation: number;
  readonly sd: number;
}

const LARGEST = 0.99;

/**
 * AR(1) by least squares over gaps in units of their mean (Mudelsee 2002, Comput. Geosci. 28:69), corrected for
 * the bias that `regressors` removed before (at least the mean) leave: E ρ̂ ≈ ρ − (r(1 + ρ) + 2ρ)/n. Negative
 * correlation counts as none, as the null is red. Values have mean 0.
 */
export function fitRedNoise(gaps: Float64Array, values: Float64Array, regressors = 1): RedNoise {
  const n = values.length;
  const raw = isEven(gaps) ? leastSquares(values) : searched(gaps, values);
  const corrected = (n * raw + regressors) / Math.max(1, n - regressors - 2);
  let squares = 0;
  for (const value of values) squares += value * value;
  return {
    correlation: Math.min(LARGEST, Math.max(0, corrected)),
    sd: Math.sqrt(squares / Math.max(1, n - regressors)),
  };
}

/** Gaps between successive times in units of their mean. */
export function gapsOf(times: Float64Array): Float64Array {
  const n = times.length;
  const mean = (times[n - 1]! - times[0]!) / (n - 1);
  return Float64Array.from({ length: n - 1 }, (_, i) => (times[i + 1]! - times[i]!) / mean);
}

/** What each value adds to what the one before it led to expect, in standard deviations; one fewer than values. */
export function whitened(
  gaps: Float64Array,
  values: Float64Array,
  { correlation, sd }: RedNoise,
): Float64Array {
  return Float64Array.from(gaps, (gap, i) => {
    const kept = carry(correlation, gap);
    return (values[i + 1]! - kept * values[i]!) / (sd * Math.sqrt(1 - kept * kept) || 1);
  });
}

/** One stationary Gaussian path of mean 0. */
export function drawRedNoise(
  gaps: Float64Array,
  { correlation, sd }: RedNoise,
  random: Random,
): Float64Array {
  const path = new Float64Array(gaps.length + 1);
  path[0] = sd * standardNormal(random);
  for (let i = 0; i < gaps.length; i++) {
    const kept = carry(correlation, gaps[i]!);
    path[i + 1] = kept * path[i]! + sd * Math.sqrt(1 - kept * kept) * standardNormal(random);
  }
  return path;
}

const carry = (correlation: number, gap: number) => (gap === 1 ? correlation : correlation ** gap);

const isEven = (gaps: Float64Array) => gaps.every((gap) => Math.abs(gap - 1) < 1e-9);

function leastSquares(values: Float64Array): number {
  let [lagged, squares] = [0, 0];
  for (let i = 1; i < values.length; i++) {
    lagged += values[i]! * values[i - 1]!;
    squares += values[i - 1]! ** 2;
  }
  return squares === 0 ? 0 : lagged / squares;
}

/** The correlation in (0, 1) of the least squared error. */
function searched(gaps: Float64Array, values: Float64Array): number {
  const closeness = (correlation: number) => {
    let sum = 0;
    for (let i = 0; i < gaps.length; i++) {
      sum -= (values[i + 1]! - correlation ** gaps[i]! * values[i]!) ** 2;
    }
    return sum;
  };
  return maximum(closeness, 1e-6, 1 - 1e-6, 1e-4).x;
}
