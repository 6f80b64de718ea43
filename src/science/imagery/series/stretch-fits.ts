import { baselineAt, type HarmonicBasis } from "./harmonic-basis.ts";
import { baselineFitter } from "./robust-baseline.ts";

/** Robust baselines over any stretch of a series, each fitted once. */
export interface StretchFits {
  readonly length: number;
  /** No stretch is shorter. */
  readonly shortest: number;
  /** The baseline of the values from `start` up to `end`. */
  readonly model: (start: number, end: number) => Float64Array;
  /** The sum of squares left there, no date counting for more than `limit` squared. */
  readonly cost: (start: number, end: number, limit: number) => number;
  /** What each value lies off the baseline of its stretch, the stretches parted at `bounds`. */
  readonly residuals: (bounds: readonly number[]) => Float64Array;
}

/** Baselines by iterated biweights over the stretches of a series of clear values. */
export function stretchFits(basis: HarmonicBasis, values: Float64Array): StretchFits {
  const length = values.length;
  const shortest = 2 * basis.columns;
  const fit = baselineFitter(basis);
  const clear = new Uint8Array(length).fill(1);
  const models = new Map<number, Float64Array>();
  const model = (start: number, end: number) => {
    const key = start * (length + 1) + end;
    const known = models.get(key);
    if (known !== undefined) return known;
    const fitted = fit(values, clear, { start, end });
    if (fitted === null) throw new RangeError(`${end - start} dates in a stretch, fewer than ${shortest}`);
    models.set(key, fitted.model);
    return fitted.model;
  };
  const cost = (start: number, end: number, limit: number) => {
    const fitted = model(start, end);
    let sum = 0;
    for (let t = start; t < end; t++)
      sum += Math.min((values[t]! - baselineAt(basis, t, fitted)) ** 2, limit * limit);
    return sum;
  };
  const residuals = (bounds: readonly number[]) => {
    const edges = [0, ...bounds, length];
    const rest = new Float64Array(length);
    for (let k = 0; k + 1 < edges.length; k++) {
      const fitted = model(edges[k]!, edges[k + 1]!);
      for (let t = edges[k]!; t < edges[k + 1]!; t++) rest[t] = values[t]! - baselineAt(basis, t, fitted);
    }
    return rest;
  };
  return { length, shortest, model, cost, residuals };
}
