import { solvePositive } from "../linear-algebra.ts";
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
    for (let i = 0; i < n; i++) {
      let fitted = model[0]!;
      for (let k = 1; k < columns; k++) fitted += model[k]! * before[k - 1]![i]!;
      residual[i] = target[i]! - fitted;
    }
    const { median, sigma } = robustSpread(residual);
    const reach = 1.345 * Math.max(sigma, 1e-9);
    for (let i = 0; i < n; i++) {
      const off = Math.abs(residual[i]! - median);
      robust[i] = weights[i]! * (off <= reach ? 1 : reach / off);
    }
  }
  return model;
}

function weightedLeastSquares(
  before: readonly Float64Array[],
  target: Float64Array,
  weights: Float64Array,
): Float64Array {
  const columns = before.length + 1;
  const normal = Array.from({ length: columns }, () => new Float64Array(columns));
  const right = new Float64Array(columns);
  const row = new Float64Array(columns);
  row[0] = 1;
  for (let i = 0; i < target.length; i++) {
    const w = weights[i]!;
    for (let k = 1; k < columns; k++) row[k] = before[k - 1]![i]!;
    for (let j = 0; j < columns; j++) {
      const weighted = w * row[j]!;
      right[j]! += weighted * target[i]!;
      for (let k = 0; k <= j; k++) normal[j]![k]! += weighted * row[k]!;
    }
  }
  for (let j = 0; j < columns; j++) {
    for (let k = 0; k < j; k++) normal[k]![j] = normal[j]![k]!;
    normal[j]![j]! *= 1 + 1e-9;
  }
  return solvePositive(normal, right);
}
