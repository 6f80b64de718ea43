/** The two probabilities between which bars are drawn. */
export type ProbabilitySpan = readonly [low: number, high: number];

/** Ends of a span are whole multiples of this. */
const STEPS_OF_ONE = 20;

/** The narrowest span from one twentieth to another that holds all of them. */
export function probabilitySpan(probabilities: readonly number[]): ProbabilitySpan {
  const low = Math.floor(Math.min(...probabilities) * STEPS_OF_ONE);
  const high = Math.ceil(Math.max(...probabilities) * STEPS_OF_ONE);
  return low === high ? spanAround(low) : [low / STEPS_OF_ONE, high / STEPS_OF_ONE];
}

/** A span for probabilities that all stand at one mark. */
function spanAround(mark: number): ProbabilitySpan {
  return [Math.max(0, mark - 1) / STEPS_OF_ONE, Math.min(STEPS_OF_ONE, mark + 1) / STEPS_OF_ONE];
}
