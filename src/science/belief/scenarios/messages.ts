import { filterMonths, priorState, weigh, type FilterState } from "./filter.ts";
import { dot } from "./passage-curve.ts";
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
  /** Per event, ∝ P(evidence after t, event | xₜ), on the scale of `after`. */
  readonly event: readonly (readonly Float64Array[])[];
}

/** `events` holds the probability of each event from every joint state of the last month. */
export function passMessages(
  model: ScenarioModel,
  transition: Transition,
  evidence: Float64Array,
  months: number,
  events: readonly Float64Array[],
): Messages {
  const start = priorState(model, transition.states);
  const forward = filterMonths(transition, start, evidence, months);
  const predicted = forward.map((_, t) => predict(transition, (forward[t - 1] ?? start).alpha));
  return {
    forward,
    predicted,
    ...passBackward(transition, evidence, months, model.scenarios.length, events),
  };
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
  events: readonly Float64Array[],
): Pick<Messages, "after" | "event"> {
  const { states } = transition;
  let after = new Float64Array(states).fill(1);
  let event = events.map((values) => values.slice());
  const rows: { after: Float64Array; event: Float64Array[] }[] = [];
  for (let t = months - 1; t >= 0; t--) {
    rows.push({ after, event });
    const likelihood = monthLikelihood(evidence, t, states, scenarios);
    const back = (message: Float64Array): Float64Array<ArrayBuffer> => {
      const weighted = new Float64Array(states);
      for (let x = 0; x < states; x++) weighted[x] = message[x]! * likelihood[x]!;
      stepBackward(transition, weighted);
      return weighted;
    };
    after = back(after);
    event = event.map(back);
    const scale = Math.max(...after);
    for (const message of [after, ...event]) for (let x = 0; x < states; x++) message[x]! /= scale;
  }
  rows.reverse();
  return {
    after: rows.map((row) => row.after),
    event: events.map((_, k) => rows.map((row) => row.event[k]!)),
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

/** P(event), per event, had one month's log-likelihoods (K × 3) been these. */
export function eventHad(
  { predicted, after, event }: Messages,
  month: number,
  logLikelihood: Float64Array,
): number[] {
  const here = predicted[month]!.slice();
  weigh(here, logLikelihood);
  const total = dot(here, after[month]!);
  return event.map((message) => dot(here, message[month]!) / total);
}
