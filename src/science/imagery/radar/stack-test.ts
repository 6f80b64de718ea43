import { boxMean } from "../box-mean.ts";
import { robustSpread } from "../order-statistics.ts";

/** Dates of one polarisation and one relative orbit on one grid, in linear backscatter. */
export interface RadarStack {
  readonly width: number;
  readonly height: number;
  readonly dates: readonly Float32Array[];
  readonly usable: Uint8Array;
}

/** ln of each date after 3 × 3 looks, without the scene's bias against the mean of all dates; NaN where not usable. */
export function logStack({ width, height, dates, usable }: RadarStack, radius = 1): Float32Array[] {
  const logs = dates.map((date) => boxMean(date, usable, { width, height, radius }));
  for (const log of logs) for (let i = 0; i < log.length; i++) log[i] = Math.log(log[i]!);
  const mean = new Float32Array(width * height);
  for (const log of logs) for (let i = 0; i < mean.length; i++) mean[i]! += log[i]! / logs.length;
  for (const log of logs) {
    const off = log.map((value, i) => value - mean[i]!).filter((value) => Number.isFinite(value));
    const bias = off.length === 0 ? 0 : robustSpread(off).median;
    for (let i = 0; i < log.length; i++) log[i]! -= bias;
  }
  return logs;
}

/** How much of a pixel's own variance is replaced by that of the whole picture: as many dates as this. */
const PRIOR_DATES = 6;

/**
 * Student's t of the mean of the dates after against that of the dates before, pixel by pixel, into `out`: the
 * pixel-wise test of Ballinger 2024 (PWTT), its variance that of the dates before, shrunk towards the picture's own
 * so that few dates do not make certainties. `before` and `after` are stretches of logarithms; at least 3 before.
 */
export function pixelwiseT(
  before: readonly Float32Array[],
  after: readonly Float32Array[],
  out: Float32Array,
  scratch: Float32Array = new Float32Array(out.length),
): Float32Array {
  const [n, m] = [before.length, after.length];
  if (n < 3 || m < 1) throw new RangeError(`${n} dates before and ${m} after; at least 3 and 1 are needed`);
  out.fill(0);
  scratch.fill(0);
  addUp(before, out, scratch);
  let [total, counted] = [0, 0];
  for (let i = 0; i < out.length; i++) {
    const mean = out[i]! / n;
    const variance = Math.max((scratch[i]! - n * mean * mean) / (n - 1), 0);
    out[i] = mean;
    scratch[i] = variance;
    if (variance === variance) {
      total += variance;
      counted++;
    }
  }
  const shared = PRIOR_DATES * Math.max(total / Math.max(counted, 1), 1e-9);
  const scale = 1 / n + 1 / m;
  const free = 1 / (n - 1 + PRIOR_DATES);
  for (let i = 0; i < out.length; i++) {
    scratch[i] = 1 / Math.sqrt(((n - 1) * scratch[i]! + shared) * free * scale);
    out[i] = -out[i]! * scratch[i]!;
  }
  for (const date of after) for (let i = 0; i < out.length; i++) out[i]! += (date[i]! * scratch[i]!) / m;
  return out;
}

function addUp(dates: readonly Float32Array[], sums: Float32Array, squares: Float32Array): void {
  for (const date of dates) {
    for (let i = 0; i < sums.length; i++) {
      const value = date[i]!;
      sums[i]! += value;
      squares[i]! += value * value;
    }
  }
}

/** The larger of |t| over polarisations. */
export function largestT(tests: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(tests[0]!.length);
  for (const test of tests)
    for (let i = 0; i < out.length; i++) if (!(Math.abs(test[i]!) <= out[i]!)) out[i] = Math.abs(test[i]!);
  return out;
}

/**
 * Between which dates the mean of a region changed most, by the largest t over all splits that leave two dates on
 * each side where there are four: the index of the first date after. Values date by date. RangeError below three.
 */
export function datedSplit(values: ArrayLike<number>): { readonly at: number; readonly t: number } {
  const n = values.length;
  if (n < 3) throw new RangeError(`${n} dates; at least 3 are needed`);
  let best = { at: 1, t: 0 };
  for (let at = 1; at < n; at++) {
    const [a, b] = [momentsOf(values, 0, at), momentsOf(values, at, n)];
    const pooled = Math.max((a.squares + b.squares) / Math.max(n - 2, 1), 1e-12);
    const t = (b.mean - a.mean) / Math.sqrt(pooled * (1 / at + 1 / (n - at)));
    if (Math.abs(t) > Math.abs(best.t)) best = { at, t };
  }
  return best;
}

function momentsOf(values: ArrayLike<number>, from: number, to: number): { mean: number; squares: number } {
  let mean = 0;
  for (let i = from; i < to; i++) mean += values[i]! / (to - from);
  let squares = 0;
  for (let i = from; i < to; i++) squares += (values[i]! - mean) ** 2;
  return { mean, squares };
}
