import { selectInPlace } from "../order-statistics.ts";
import { baselineAt, type HarmonicBasis } from "./harmonic-basis.ts";

/** A fitted baseline; `sigma` is the spread of the clear half of its residuals, as of a normal distribution. */
export interface Baseline {
  readonly model: Float64Array;
  readonly sigma: number;
  /** Dates it rests on. */
  readonly dates: number;
}

/** Fits baselines to one series after another; allocates once. Null where fewer than twice its columns are clear. */
export type BaselineFitter = (values: ArrayLike<number>, clear: ArrayLike<number>) => Baseline | null;

const ROUNDS = 6;
/** Tukey's biweight of 95 % efficiency. */
const REACH = 4.685;

/**
 * A fitter by iterated biweights from a median start. The spread is that of the shortest half of the residuals, so
 * that clouds a mask has missed, up to half of the dates, widen it little: a wide baseline would never alarm.
 */
export function baselineFitter(basis: HarmonicBasis): BaselineFitter {
  const { columns } = basis;
  const dates = basis.rows.length / columns;
  const weights = new Float64Array(dates);
  const residuals = new Float64Array(dates);
  const sorted = new Float64Array(dates);
  const normal = new Float64Array(columns * columns);
  return (values, clear) => {
    let used = 0;
    for (let t = 0; t < dates; t++)
      if (clear[t] === 1 && Number.isFinite(values[t]!)) sorted[used++] = values[t]!;
    if (used < 2 * columns) return null;
    const model = new Float64Array(columns);
    model[0] = selectInPlace(sorted, used, used >> 1);
    let sigma = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      let count = 0;
      for (let t = 0; t < dates; t++) {
        const isUsed = clear[t] === 1 && Number.isFinite(values[t]!);
        residuals[t] = isUsed ? values[t]! - baselineAt(basis, t, model) : NaN;
        if (isUsed) sorted[count++] = residuals[t]!;
      }
      const { middle, spread } = shortestHalf(sorted, count);
      sigma = Math.max(spread, 1e-9);
      if (round === ROUNDS) break;
      // the first rounds see the whole season in the residuals, and may cut no part of it away
      const reach = REACH * sigma * (round === 0 ? 4 : round === 1 ? 2 : 1);
      for (let t = 0; t < dates; t++) {
        const u = (residuals[t]! - middle) / reach;
        weights[t] = Math.abs(u) < 1 ? (1 - u * u) ** 2 : 0;
      }
      if (!solveWeighted(basis, values, weights, normal, model)) break;
    }
    return { model, sigma: sigma * Math.sqrt(used / Math.max(used - columns, 1)), dates: used };
  };
}

/** The middle of the shortest interval that holds half of the values, and its length as a standard deviation. */
function shortestHalf(sorted: Float64Array, count: number): { middle: number; spread: number } {
  const part = sorted.subarray(0, count).sort();
  const half = Math.floor(count / 2) + 1;
  let [best, at] = [Infinity, 0];
  for (let i = 0; i + half - 1 < count; i++) {
    const length = part[i + half - 1]! - part[i]!;
    if (length < best) [best, at] = [length, i];
  }
  return { middle: part[at + (half >> 1)]!, spread: best / (2 * 0.6745) };
}

/** Weighted least squares by Gauss without pivots on ridged normal equations, in place; false where it is singular. */
function solveWeighted(
  { columns, rows }: HarmonicBasis,
  values: ArrayLike<number>,
  weights: Float64Array,
  normal: Float64Array,
  model: Float64Array,
): boolean {
  normal.fill(0);
  model.fill(0);
  for (let t = 0; t < weights.length; t++) {
    const w = weights[t]!;
    if (!(w > 0)) continue;
    for (let j = 0; j < columns; j++) {
      const weighted = w * rows[t * columns + j]!;
      model[j]! += weighted * values[t]!;
      for (let k = 0; k <= j; k++) normal[j * columns + k]! += weighted * rows[t * columns + k]!;
    }
  }
  const ridge = 1e-4 * normal[0]!;
  if (!(ridge > 0)) return false;
  for (let j = 0; j < columns; j++) {
    for (let k = j + 1; k < columns; k++) normal[j * columns + k] = normal[k * columns + j]!;
    if (j > 0) normal[j * columns + j]! += ridge;
  }
  for (let p = 0; p < columns; p++) {
    const pivot = normal[p * columns + p]!;
    if (!(pivot > 1e-12)) return false;
    for (let r = p + 1; r < columns; r++) {
      const factor = normal[r * columns + p]! / pivot;
      for (let k = p; k < columns; k++) normal[r * columns + k]! -= factor * normal[p * columns + k]!;
      model[r]! -= factor * model[p]!;
    }
  }
  for (let r = columns - 1; r >= 0; r--) {
    for (let k = r + 1; k < columns; k++) model[r]! -= normal[r * columns + k]! * model[k]!;
    model[r]! /= normal[r * columns + r]!;
  }
  return true;
}
