/** Log-likelihoods of dormant, building and critical. */
export type LikelihoodRow = readonly [number, number, number];

/** Evidence of presence: critical over building by the elicited ratio, building over dormant by its root. */
export function presence(logRatio: number): LikelihoodRow {
  return [0, logRatio / 2, logRatio * 1.5];
}

/** Evidence of absence: critical under dormant by the elicited ratio, building halfway. */
export function absence(logRatio: number): LikelihoodRow {
  return [0, logRatio / 2, logRatio];
}
