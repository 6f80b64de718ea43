import { filterMonths, priorState, weigh, type FilterState } from "./filter.ts";
import { dot } from "./first-passage.ts";
import { stateIn } from "./joint-space.ts";
import type { ScenarioModel } from "./scenario-model.ts";
import { stepBackward, stepForward, type Transition } from "./transition.ts";

/**
 * Forward and backward messages around every month, with which the answer under other evidence in one month
 * is two dot products instead of a new filter run.
 */
export interface Messages {
  readonly forward: readonly FilterState[];
  /** P(xₜ | evidence before t). */
  readonly predicted: readonly Float64Array[];
  /** ∝ P(evidence after t | xₜ). */
  readonly after: readonly Float64Array[];
  /** Per scenario, ∝ P(evidence after t, critical in the last month | xₜ), on the scale of `after`. */
  readonly critical: readonly (readonly Float64Array[])[];
}

export function passMessages(
  model: ScenarioModel,
  transition: Transition,
  evidence: Float64Array,
  months: number,
): Messages {
  const start = priorState(model, transition.states);
  const forward = filterMonths(transition, start, evidence, months);
  const predicted = forward.map((_, t) => predict(transition, (forward[t - 1] ?? start).alpha));
  return { forward, predicted, ...passBackward(transition, evidence, months, model.scenarios.length) };
}

function predict(transition: Transition, alpha: Float64Array): Float64Array {
  const next = alpha.slice();
  stepForward(transition, next);
  return next;
}

function passBackward(
  transition: Transition,
  evidence: Float64Array,
  months: number,
  scenarios: number,
): Pick<Messages, "after" | "critical"> {
  const { states } = transition;
  let after = new Float64Array(states).fill(1);
  let critical = Array.from({ length: scenarios }, (_, k) =>
    Float64Array.from({ length: states }, (_, x) => (stateIn(x, k) === 2 ? 1 : 0)),
  );
  const rows: { after: Float64Array; critical: Float64Array[] }[] = [];
  for (let t = months - 1; t >= 0; t--) {
    rows.push({ after, critical });
    const likelihood = monthLikelihood(evidence, t, states, scenarios);
    const back = (message: Float64Array): Float64Array<ArrayBuffer> => {
      const weighted = new Float64Array(states);
      for (let x = 0; x < states; x++) weighted[x] = message[x]! * likelihood[x]!;
      stepBackward(transition, weighted);
      return weighted;
    };
    after = back(after);
    critical = critical.map(back);
    const scale = Math.max(...after);
    for (const message of [after, ...critical]) for (let x = 0; x < states; x++) message[x]! /= scale;
  }
  rows.reverse();
  return {
    after: rows.map((row) => row.after),
    critical: Array.from({ length: scenarios }, (_, k) => rows.map((row) => row.critical[k]!)),
  };
}

/** exp(Σₖ ℓₖ(sₖ)) over the joint states, up to a factor. */
function monthLikelihood(
  evidence: Float64Array,
  month: number,
  states: number,
  scenarios: number,
): Float64Array {
  const likelihood = new Float64Array(states).fill(1);
  weigh(likelihood, evidence.subarray(month * scenarios * 3, (month + 1) * scenarios * 3));
  return likelihood;
}

/** P(critical in the last month), per scenario, had one month's log-likelihoods (K × 3) been these. */
export function criticalHad(
  { predicted, after, critical }: Messages,
  month: number,
  logLikelihood: Float64Array,
): number[] {
  const here = predicted[month]!.slice();
  weigh(here, logLikelihood);
  const total = dot(here, after[month]!);
  return critical.map((message) => dot(here, message[month]!) / total);
}

/** P(scenario critical in month t | all evidence): smoothed, for display only. */
export function smoothedCritical({ forward, after }: Messages, month: number, scenario: number): number {
  const { alpha } = forward[month]!;
  let inside = 0;
  let total = 0;
  for (let x = 0; x < alpha.length; x++) {
    const joint = alpha[x]! * after[month]![x]!;
    total += joint;
    if (stateIn(x, scenario) === 2) inside += joint;
  }
  return inside / total;
}
