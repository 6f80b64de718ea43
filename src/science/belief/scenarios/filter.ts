import { stateIn } from "./joint-space.ts";
import type { ScenarioModel } from "./scenario-model.ts";
import { stepForward, type Transition } from "./transition.ts";

/** The filter after some months: P(joint state | evidence so far) and Σ log P(evidence). */
export interface FilterState {
  readonly alpha: Float64Array;
  readonly logEvidence: number;
}

/** Before the first month: the product of the scenarios' priors. */
export function priorState({ scenarios }: ScenarioModel, states: number): FilterState {
  const alpha = new Float64Array(states);
  for (let x = 0; x < states; x++) {
    alpha[x] = scenarios.reduce((p, { prior }, k) => p * prior[stateIn(x, k)], 1);
  }
  return { alpha, logEvidence: 0 };
}

/**
 * One month: predict, then weigh by the month's evidence. `logLikelihood` holds K × 3 values for this month.
 * The joint likelihood is a product over scenarios, so it is applied as one factor per scenario.
 */
export function filterMonth(
  transition: Transition,
  { alpha, logEvidence }: FilterState,
  logLikelihood: ArrayLike<number>,
): FilterState {
  const next = alpha.slice();
  stepForward(transition, next);
  return { alpha: next, logEvidence: logEvidence + weigh(next, logLikelihood) };
}

/** Multiplies a distribution by exp(Σₖ ℓₖ(sₖ)), normalises it, and returns the log of its total; the K × 3 ℓ begin at `at`. */
export function weigh(
  alpha: Float64Array,
  logLikelihood: ArrayLike<number>,
  at = 0,
  scenarios = logLikelihood.length / 3,
): number {
  let log = 0;
  for (let k = 0, stride = 1; k < scenarios; k++, stride *= 3) {
    const l0 = logLikelihood[at + k * 3]!;
    const l1 = logLikelihood[at + k * 3 + 1]!;
    const l2 = logLikelihood[at + k * 3 + 2]!;
    const top = Math.max(l0, l1, l2);
    log += top;
    scaleStates(alpha, stride, Math.exp(l0 - top), Math.exp(l1 - top), Math.exp(l2 - top));
  }
  return log + Math.log(normalise(alpha));
}

function scaleStates(alpha: Float64Array, stride: number, f0: number, f1: number, f2: number): void {
  for (let base = 0; base < alpha.length; base += stride * 3) {
    for (let x = base; x < base + stride; x++) {
      alpha[x]! *= f0;
      alpha[x + stride]! *= f1;
      alpha[x + 2 * stride]! *= f2;
    }
  }
}

function normalise(alpha: Float64Array): number {
  let total = 0;
  for (let x = 0; x < alpha.length; x++) total += alpha[x]!;
  for (let x = 0; x < alpha.length; x++) alpha[x]! /= total;
  return total;
}

/** Filters a whole table of evidence [month][scenario][state]; the state after each month. */
export function filterMonths(
  transition: Transition,
  start: FilterState,
  evidence: ArrayLike<number> & { slice(from: number, to: number): ArrayLike<number> },
  months: number,
): FilterState[] {
  const width = evidence.length / Math.max(1, months);
  const path: FilterState[] = [];
  let state = start;
  for (let t = 0; t < months; t++) {
    state = filterMonth(transition, state, evidence.slice(t * width, (t + 1) * width));
    path.push(state);
  }
  return path;
}

/** P(joint state) after the last month of a table, taking over the state before `month`; what came earlier is not read. */
export function filterFrom(
  transition: Transition,
  before: Float64Array,
  evidence: Float64Array,
  month: number,
  months: number,
): Float64Array {
  const alpha = before.slice();
  const width = evidence.length / Math.max(1, months);
  for (let t = month; t < months; t++) {
    stepForward(transition, alpha);
    weigh(alpha, evidence, t * width, width / 3);
  }
  return alpha;
}
