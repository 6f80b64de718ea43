import type { BatchPropagator } from "../../kernel/batch-propagator.ts";
import { allocateStates, type States } from "../../sgp4/propagate-batch.ts";
import type { Knots } from "./knots.ts";

/** Puts motions told by places in stead of SGP4's own, where there are both. */
export type MeasureMotion = (index: number, propagateAll: BatchPropagator, states: States) => void;

/** As short as the places, good to some micrometres, allow. */
const HALF_S = 0.5;

/**
 * SGP4's velocity is not quite the change of its place: what it leaves out grows with the eccentricity, and in the
 * stationary belt is the pull of Sun and Moon. Two places, half a second before and after, tell the change itself.
 */
export function motionMeasurer({ times, count }: Knots): MeasureMotion {
  const [before, after] = [allocateStates(count), allocateStates(count)];
  const shifted = (byS: number) => ({ minutes: times.minutes, originMs: times.originMs! + byS * 1000 });
  return (index, propagateAll, { values }) => {
    const range = { first: index, end: index + 1 };
    propagateAll(range, shifted(-HALF_S), before);
    propagateAll(range, shifted(HALF_S), after);
    for (let knot = 0; knot < count; knot++) {
      if (before.errors[knot] !== 0 || after.errors[knot] !== 0) continue;
      for (let at = knot * 6; at < knot * 6 + 3; at++) {
        values[at + 3] = (after.values[at]! - before.values[at]!) / (2 * HALF_S);
      }
    }
  };
}
