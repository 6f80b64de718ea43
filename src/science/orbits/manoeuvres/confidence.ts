import { expit } from "#science/numbers/index.ts";
import type { Candidate } from "./candidates.ts";

/**
 * Weights of a logistic regression of "a burn on record lies within 12 h" on the evidence: constant, immediate, log
 * of the strength of the bend, log of the error of its time. Fitted to six labelled satellites together; fitted to
 * five, they find those of the sixth about as well (`npm run bench manoeuvres`).
 */
export const CONFIDENCE_WEIGHTS: readonly [number, number, number, number] = [-5.707, 1.696, 1.411, -0.746];

/** The probability that a candidate is a burn, and its time right to half a day. */
export function confidenceOf({ evidence }: Candidate, weights = CONFIDENCE_WEIGHTS): number {
  return expit(evidence.reduce((sum, value, i) => sum + value * weights[i + 1]!, weights[0]));
}
