import { permutationShapley } from "#science/belief/index.ts";
import { logit, randomStream } from "#science/numbers/index.ts";
import {
  createSoonWith,
  observationShift,
  shiftFrom,
  speakingIndicators,
  type Inference,
} from "./contributions.ts";
import { remembered } from "./remembered.ts";
import type { Readers } from "./readers.ts";
import type { Situation } from "./situation.ts";

/**
 * What moved an assessment, in log-odds of critical now or within 90 days and for all scenarios at once. Each answer is
 * worked out when it is first asked for: whoever explains a second scenario of a day has it from the first.
 */
export interface Shifts {
  /** The indicators that say anything. */
  readonly indicators: readonly number[];
  /** P(critical now or within 90 days) had no indicator been read. */
  readonly prior: () => readonly number[];
  /** With one indicator less without it. */
  readonly ofIndicator: (indicator: number) => readonly number[];
  /** With one observation less without it. */
  readonly ofObservation: (id: string) => readonly number[];
  /** Permutation Shapley values of every indicator that says anything. */
  readonly shapley: () => ReadonlyMap<number, Float64Array>;
}

/** Random orders in which the indicators are added, every second one the reverse of the one before. */
const ORDERS = 24;

export function createShifts(situation: Situation, inference: Inference, readers: Readers): Shifts {
  const indicators = speakingIndicators(situation);
  const soonWith = createSoonWith(inference, situation);
  const worth = (coalition: readonly boolean[]): Float64Array => {
    const chosen = new Set(indicators.filter((_, i) => coalition[i]));
    return Float64Array.from(
      soonWith((i) => chosen.has(i)),
      logit,
    );
  };
  const shapley = remembered((orders: number) => {
    const values = permutationShapley(indicators.length, worth, orders, randomStream("shapley"));
    return new Map(indicators.map((indicator, i) => [indicator, values[i]!]));
  });
  return {
    indicators,
    prior: () => soonWith(() => false),
    ofIndicator: remembered((indicator: number) =>
      shiftFrom(
        inference,
        soonWith((i) => i !== indicator),
      ),
    ),
    ofObservation: remembered((id: string) => observationShift(inference, situation, readers, id)),
    shapley: () => shapley(ORDERS),
  };
}
