/**
 * The smallest value whose cumulated weight reaches q of the total: the inverse of the weighted empirical
 * distribution function (no interpolation, so the answer is always one of the values). Weights ≥ 0, not all 0.
 */
export function weightedQuantile(values: ArrayLike<number>, weights: ArrayLike<number>, q: number): number {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`a quantile wants q in [0, 1], got ${q}`);
  if (values.length !== weights.length) {
    throw new RangeError(`a quantile wants one weight per value, got ${weights.length} for ${values.length}`);
  }
  const order = Array.from({ length: values.length }, (_, i) => i).filter((i) => weights[i] !== 0);
  order.sort((i, j) => values[i]! - values[j]!);
  const total = order.reduce((sum, i) => sum + positive(weights[i]!), 0);
  if (!(total > 0)) throw new RangeError("a quantile wants at least one value of positive weight");
  let reached = 0;
  for (const i of order) {
    reached += weights[i]!;
    if (reached >= q * total) return values[i]!;
  }
  return values[order.at(-1)!]!;
}

function positive(weight: number): number {
  if (!(weight > 0 && weight < Infinity))
    throw new RangeError(`a weight must be finite and ≥ 0, got ${weight}`);
  return weight;
}
