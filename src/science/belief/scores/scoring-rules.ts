/** Proper scoring rules for one forecast; all are losses, 0 is best. Gneiting & Raftery 2007, JASA 102:359. */

/** (p − o)². Brier 1950. */
export function brierScore(p: number, outcome: number): number {
  return (p - outcome) ** 2;
}

/** Probabilities are clipped to [1e-6, 1 − 1e-6], so that one certain miss costs 13.8 and not everything. */
export const LOG_CLIP = 1e-6;

/** −o ln p − (1 − o) ln(1 − p), in nats. Good 1952. */
export function logScore(p: number, outcome: number, clip = LOG_CLIP): number {
  const clipped = Math.min(1 - clip, Math.max(clip, p));
  return -outcome * Math.log(clipped) - (1 - outcome) * Math.log1p(-clipped);
}

/**
 * Σ over the K − 1 inner bounds of (cumulated p − cumulated outcome)², for ordered categories; `outcome` counts from 0.
 * Epstein 1969, unnormalised.
 */
export function rankedProbabilityScore(probabilities: readonly number[], outcome: number): number {
  let [sum, cumulated] = [0, 0];
  for (let k = 0; k < probabilities.length - 1; k++) {
    cumulated += probabilities[k]!;
    sum += (cumulated - (outcome <= k ? 1 : 0)) ** 2;
  }
  return sum;
}
