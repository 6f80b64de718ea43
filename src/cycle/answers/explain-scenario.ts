import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Assessed } from "../assess/assess.ts";
import { explain, type Contribution } from "../assess/explain.ts";

export interface ExplainedContribution extends Omit<Contribution, "level" | "observations"> {
  readonly level: string;
  readonly observations: readonly { readonly logOdds: number; readonly observation: Observation }[];
}

export interface ExplainedScenario {
  readonly asOf: Day;
  readonly scenario: string;
  readonly p: number;
  readonly prior: number;
  readonly contributions: readonly ExplainedContribution[];
}

/** Everything that moved one scenario, with the observations themselves. RangeError on an unknown scenario. */
export function explainScenario(assessed: Assessed, scenario: string): ExplainedScenario {
  const byId = new Map(assessed.situation.offered.map((observation) => [observation.id, observation]));
  const { contributions, ...explanation } = explain(assessed, scenario);
  return {
    asOf: assessed.assessment.asOf,
    ...explanation,
    contributions: contributions.map(({ level, observations, ...contribution }) => ({
      ...contribution,
      level: String(level),
      observations: observations.map(({ id, logOdds }) => ({ logOdds, observation: byId.get(id)! })),
    })),
  };
}
