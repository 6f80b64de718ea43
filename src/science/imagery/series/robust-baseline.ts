import { selectInPlace } from "../order-statistics.ts";
import type { HarmonicBasis } from "./harmonic-basis.ts";

/** A fitted baseline; `sigma` is the spread of the clear half of its residuals, as of a normal distribution. */
export interface Baseline {
  readonly model: Float64Array;
  readonly sigma: number;
  /** Dates it rests on. */
  readonly dates: number;
}

/**
 * Fits baselines to one series after another, to its clear dates from `start` up to `end` (all unless given); allocates
 * once. Null where fewer than twice its columns are clear.
 */
export type BaselineFitter = (
  values: ArrayLike<number>,
  clear: ArrayLike<number>,
  within?: { readonly start?: number; readonly end?: number },
) => Baseline | null;

const ROUNDS = 6;
/** Tukey's biweight of 95 % efficiency. */
const REACH = 4.685;

/**
 * A fitter by iterated biweights from a median start. The spread is that of the shortest half of the residuals, so
 * that clouds a mask has missed, up to half of the dates, widen it little: a wide baseline would never alarm.
 */
export function baselineFitter({ columns, rows }: HarmonicBasis): BaselineFitter {
  const dates = rows.length / columns;
  const scratch: FitScratch = {
    columns,
    rows: new Float64Array(rows.length),
    values: new Float64Array(dates),
    weights: new Float64Array(dates),
    residuals: new Float64Array(dates),
    sorted: new Float64Array(dates),
    normal: new Float64Array(columns * columns),
  };
  return (values, clear, { start = 0, end = dates } = {}) => {
    let used = 0;
    for (let t = start; t < end; t++) {
      const value = values[t]!;
      if (clear[t] !== 1 || value !== value) continue;
      for (let k = 0; k < columns; k++) scratch.rows[used * columns + k] = rows[t * columns + k]!;
      scratch.sorted[used] = value;
      scratch.values[used++] = value;
    }
    if (used < 2 * columns) return null;
    const model = new Float64Array(columns);
    model[0] = selectInPlace(scratch.sorted, used, used >> 1);
    const sigma = fitRobustly(scratch, used, model);
    return { model, sigma: sigma * Math.sqrt(used / Math.max(used - columns, 1)), dates: used };
  };
}

/** The clear dates of one series, packed to the front, and room to work. */
interface FitScratch {
  readonly columns: number;
  readonly rows: Float64Array;
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly residuals: Float64Array;
  readonly sorted: Float64Array;
  readonly normal: Float64Array;
}

/** Reweights until the rounds are over; leaves the model in place and answers the spread. */
function fitRobustly(scratch: FitScratch, used: number, model: Float64Array): number {
  const { columns, rows, values, weights, residuals, sorted } = scratch;
  for (let round = 0; ; round++) {
    for (let t = 0; t < used; t++) {
      let rest = values[t]!;
      for (let k = 0; k < columns; k++) rest -= model[k]! * rows[t * columns + k]!;
      residuals[t] = sorted[t] = rest;
    }
    const { middle, spread } = shortestHalf(sorted, used);
    const sigma = Math.max(spread, 1e-9);
    if (round === ROUNDS) return sigma;
    // the first rounds see the whole season in the residuals, and may cut no part of it away
    const reach = 1 / (REACH * sigma * (round === 0 ? 4 : round === 1 ? 2 : 1));
    for (let t = 0; t < used; t++) {
      const u = (residuals[t]! - middle) * reach;
      const v = 1 - u * u;
      weights[t] = v > 0 ? v * v : 0;
    }
    if (!solveWeighted(scratch, used, model)) return sigma;
  }
}

/** The middle of the shortest interval that holds half of the first values, and its length as a standard deviation; sorts them. */
export function shortestHalf(sorted: Float64Array, count: number): { middle: number; spread: number } {
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
  { columns, rows, values, weights, normal }: FitScratch,
  used: number,
  model: Float64Array,
): boolean {
  normal.fill(0);
  model.fill(0);
  for (let t = 0; t < used; t++) {
    const w = weights[t]!;
    if (w === 0) continue;
    const from = t * columns;
    for (let j = 0; j < columns; j++) {
      const weighted = w * rows[from + j]!;
      model[j]! += weighted * values[t]!;
      for (let k = 0; k <= j; k++) normal[j * columns + k]! += weighted * rows[from + k]!;
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
