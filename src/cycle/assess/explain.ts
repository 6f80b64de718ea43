import type { Level } from "#model/indicator.ts";
import type { Assessed } from "./assess.ts";

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

/** Everything that moved one scenario, strongest first, down to observations. Throws on an unknown scenario. */
export function explain(assessed: Assessed, scenario: string): Explanation {
  const { situation, inference, shifts, assessment } = assessed;
  const k = situation.watch.scenarios.findIndex(({ id }) => id === scenario);
  if (k < 0)
    throw new RangeError(
      `no scenario ${scenario}; there are ${situation.watch.scenarios.map(({ id }) => id).join(", ")}`,
    );
  const contributions = [...shifts.shapley()].map(([i, values]) => ({
    indicator: situation.watch.indicators[i]!.id,
    statement: situation.watch.indicators[i]!.statement,
    level: assessment.indicators[i]!.level,
    shapley: values[k]!,
    leaveOneOut: shifts.ofIndicator(i)[k]!,
    observations: observationShifts(assessed, i, k),
  }));
  return {
    scenario,
    p: inference.soon[k]!,
    prior: shifts.prior()[k]!,
    contributions: contributions.sort((a, b) => Math.abs(b.shapley) - Math.abs(a.shapley)),
  };
}

function observationShifts(
  { situation, shifts }: Assessed,
  indicator: number,
  k: number,
): Contribution["observations"] {
  return situation.measured[indicator]!.matched.map(({ id }) => ({
    id,
    logOdds: shifts.ofObservation(id)[k]!,
  }))
    .filter(({ logOdds }) => logOdds !== 0)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}
