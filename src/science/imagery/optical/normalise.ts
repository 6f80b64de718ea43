import { addTimes, dot, solvePositive } from "../linear-algebra.ts";
import { robustSpread } from "../order-statistics.ts";

/** What a band after should be, from all bands before: intercept first. */
export type BandModel = Float64Array;

/**
 * Each band after as a linear function of the bands before, over sampled pixels weighted by how sure they are
 * to be unchanged; Huber's weights keep what changed none the less from bending it. Values by sample.
 */
export function fitBandModel(
  before: readonly Float64Array[],
  target: Float64Array,
  weights: Float64Array,
): BandModel {
  const columns = before.length + 1;
  const n = target.length;
  const robust = weights.slice();
  const residual = new Float64Array(n);
  let model: Float64Array = new Float64Array(columns);
  for (let round = 0; round < 4; round++) {
    model = weightedLeastSquares(before, target, robust);
    residual.fill(model[0]!);
    for (const [k, band] of before.entries()) addTimes(residual, model[k + 1]!, band);
    for (let i = 0; i < n; i++) residual[i] = target[i]! - residual[i]!;
    weighByHuber(residual, weights, robust);
  }
  return model;
}

function weighByHuber(residual: Float64Array, weights: Float64Array, robust: Float64Array): void {
  const { median, sigma } = robustSpread(residual);
  const reach = 1.345 * Math.max(sigma, 1e-9);
  for (let i = 0; i < residual.length; i++) {
    const off = Math.abs(residual[i]! - median);
    robust[i] = weights[i]! * (off <= reach ? 1 : reach / off);
  }
}

function weightedLeastSquares(
  before: readonly Float64Array[],
  target: Float64Array,
  weights: Float64Array,
): Float64Array {
  const columns = before.length + 1;
  const normal = Array.from({ length: columns }, () => new Float64Array(columns));
  const right = new Float64Array(columns);
  const weighted = weights.slice();
  for (let j = 0; j < columns; j++) {
    const own = before[j - 1];
    if (own !== undefined) for (let i = 0; i < weighted.length; i++) weighted[i] = weights[i]! * own[i]!;
    right[j] = dot(weighted, target);
    normal[j]![0] = sumOf(weighted);
    for (let k = 1; k <= j; k++) normal[j]![k] = dot(weighted, before[k - 1]!);
  }
  for (let j = 0; j < columns; j++) {
    for (let k = 0; k < j; k++) normal[k]![j] = normal[j]![k]!;
    normal[j]![j]! *= 1 + 1e-9;
  }
  return solvePositive(normal, right);
}

function sumOf(a: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]!;
  return sum;
}
