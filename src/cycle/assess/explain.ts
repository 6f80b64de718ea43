import type { Level } from "#model/indicator.ts";
import type { Assessed } from "./assess.ts";
import { indicatorShift, observationShift, shapleyShifts, soonWith } from "./contributions.ts";

/** What one indicator contributes to a scenario, and which observations carry it. */
export interface Contribution {
  readonly indicator: string;
  readonly statement: string;
  readonly level: Level;
  /** Permutation Shapley value in log-odds: over all indicators they sum to logit p − logit prior. */
  readonly shapley: number;
  /** Log-odds with the indicator less log-odds without it. */
  readonly leaveOneOut: number;
  readonly observations: readonly { readonly id: string; readonly logOdds: number }[];
}

export interface Explanation {
  readonly scenario: string;
  /** P(critical now or within 90 days). */
  readonly p: number;
  /** The same had no indicator been observed: what the counts of the rules say alone. */
  readonly prior: number;
  readonly contributions: readonly Contribution[];
}

/** Random orders in which the indicators are added, every second one the reverse of the one before. */
const ORDERS = 24;

/** Everything that moved one scenario, strongest first, down to observations. Throws on an unknown scenario. */
export function explain(assessed: Assessed, scenario: string): Explanation {
  const { situation, inference, assessment } = assessed;
  const k = situation.watch.scenarios.findIndex(({ id }) => id === scenario);
  if (k < 0)
    throw new RangeError(
      `no scenario ${scenario}; there are ${situation.watch.scenarios.map(({ id }) => id).join(", ")}`,
    );
  const shapley = shapleyShifts(inference, situation, k, ORDERS);
  const contributions = [...shapley].map(([i, value]) => ({
    indicator: situation.watch.indicators[i]!.id,
    statement: situation.watch.indicators[i]!.statement,
    level: assessment.indicators[i]!.level,
    shapley: value,
    leaveOneOut: indicatorShift(inference, situation, i)[k]!,
    observations: observationShifts(assessed, i, k),
  }));
  return {
    scenario,
    p: inference.soon[k]!,
    prior: soonWith(inference, situation, () => false)[k]!,
    contributions: contributions.sort((a, b) => Math.abs(b.shapley) - Math.abs(a.shapley)),
  };
}

function observationShifts(
  { situation, inference, readers }: Assessed,
  indicator: number,
  k: number,
): Contribution["observations"] {
  return situation.measured[indicator]!.matched.map(({ id }) => ({
    id,
    logOdds: observationShift(inference, situation, readers, id)[k]!,
  }))
    .filter(({ logOdds }) => logOdds !== 0)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}
