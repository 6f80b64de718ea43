import { filterMonths, priorState, weigh } from "./filter.ts";
import { stateIn } from "./joint-space.ts";
import type { ScenarioModel } from "./scenario-model.ts";
import { stepBackward, stepForward, type Transition } from "./transition.ts";

/** How often each scenario is expected to have moved, and been in a state, given all evidence. */
export interface ExpectedMoves {
  /** Per scenario, [joint state][own next state]: months in which it moved so. */
  readonly moves: readonly Float64Array[];
  /** [month][scenario][state], smoothed. */
  readonly occupancy: Float64Array;
}

/** The E-step: forward and backward over a table of evidence [month][scenario][state]. */
export function expectedMoves(
  model: ScenarioModel,
  transition: Transition,
  evidence: Float64Array,
  months: number,
): ExpectedMoves {
  const { states } = transition;
  const K = model.scenarios.length;
  const start = priorState(model, states);
  const forward = filterMonths(transition, start, evidence, months);
  const moves = model.scenarios.map(() => new Float64Array(states * 3));
  const occupancy = new Float64Array(months * K * 3);
  const states3 = model.scenarios.map((_, k) =>
    Uint8Array.from({ length: states }, (_joint, x) => stateIn(x, k)),
  );
  const [weighted, part] = [new Float64Array(states), new Float64Array(states)];
  const after = new Float64Array(states).fill(1);
  for (let t = months - 1; t >= 0; t--) {
    const alpha = (forward[t - 1] ?? start).alpha;
    weighted.set(after);
    // Up to a factor, the chance of this month's evidence and of all that follows.
    weigh(weighted, evidence.subarray(t * K * 3, (t + 1) * K * 3));
    const predicted = alpha.slice();
    stepForward(transition, predicted);
    let total = 0;
    for (let x = 0; x < states; x++) total += predicted[x]! * weighted[x]!;
    for (let k = 0; k < K; k++) {
      for (let x = 0; x < states; x++)
        occupancy[(t * K + k) * 3 + states3[k]![x]!]! += (predicted[x]! * weighted[x]!) / total;
      for (let to = 0; to < 3; to++) {
        for (let x = 0; x < states; x++) part[x] = states3[k]![x] === to ? weighted[x]! : 0;
        stepBackward(transition, part);
        for (let x = 0; x < states; x++) moves[k]![x * 3 + to]! += (alpha[x]! * part[x]!) / total;
      }
    }
    after.set(weighted);
    stepBackward(transition, after);
  }
  return { moves, occupancy };
}
