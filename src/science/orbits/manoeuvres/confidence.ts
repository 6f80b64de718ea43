import { expit } from "#science/numbers/index.ts";
import type { Candidate } from "./candidate.ts";

/**
 * Weights of a logistic regression of "a burn on record lies within 12 h" on the evidence: constant, root of
 * the gain, log of the spread of the time. Fitted to six labelled satellites together; fitted to
 * five, they find those of the sixth about as well (`npm run bench manoeuvres`).
 */
const CLOSE_WEIGHTS: readonly number[] = [-5.518, 0.833, -2.519];
/** The same for sparse sets: constant, immediate, log of the strength of the bend, log of the error of its time. */
const SPARSE_WEIGHTS: readonly number[] = [-5.707, 1.696, 1.411, -0.746];

/** The probability that a candidate is a burn, and its time right to half a day (where sets are sparse, to their gap). */
export function confidenceOf(
  { evidence, isSparse }: Candidate,
  weights = isSparse ? SPARSE_WEIGHTS : CLOSE_WEIGHTS,
): number {
  return expit(evidence.reduce((sum, value, i) => sum + value * weights[i + 1]!, weights[0]!));
}
