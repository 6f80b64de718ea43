import { weightedQuantile } from "#science/numbers/index.ts";

/** Weights of parameter draws by how well each foretold the data. */
export interface DrawWeights {
  readonly weights: Float64Array;
  /** Kish's effective number of draws. */
  readonly effective: number;
  /** Power of the likelihood that was used: below 1 the draws were kept apart on purpose. */
  readonly temper: number;
}

/**
 * Weights ∝ Lᵗ with the largest power t ≤ 1 that leaves at least `minEffective` draws effective. When the
 * likelihood would rest on a few draws, the power falls and the interval widens towards the elicited spread.
 */
export function temperedWeights(logLikelihoods: ArrayLike<number>, minEffective: number): DrawWeights {
  const at = (temper: number): DrawWeights => weighted(logLikelihoods, temper);
  const full = at(1);
  if (full.effective >= minEffective) return full;
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (at(middle).effective >= minEffective) low = middle;
    else high = middle;
  }
  return at(low);
}

function weighted(logLikelihoods: ArrayLike<number>, temper: number): DrawWeights {
  const logs = Float64Array.from(logLikelihoods, (l) => l * temper);
  const top = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = logs.map((l) => Math.exp(l - top));
  const total = weights.reduce((a, b) => a + b, 0);
  const squares = weights.reduce((a, b) => a + b * b, 0);
  return { weights, effective: (total * total) / squares, temper };
}

/** 5–95 % interval of the weighted draws, widened where needed to hold the elicited value. */
export function drawInterval(
  values: Float64Array,
  { weights }: DrawWeights,
  elicited: number,
): { low: number; high: number } {
  return {
    low: Math.min(elicited, weightedQuantile(values, weights, 0.05)),
    high: Math.max(elicited, weightedQuantile(values, weights, 0.95)),
  };
}
