import type { Assessment, ScenarioAssessment } from "#model/assessment.ts";
import type { Day } from "#model/day.ts";
import type { QuestionForecast } from "#model/question.ts";
import type { Warning, WarningState } from "#model/warning.ts";

/** What a test says of one day: P(critical) of each scenario, the state of its warning, and of questions. */
export interface Told {
  readonly p?: Readonly<Record<string, number>>;
  readonly warns?: Readonly<Record<string, WarningState>>;
  readonly questions?: readonly QuestionForecast[];
}

/** An assessment with everything a score does not read left empty. */
export function told(asOf: Day, { p = {}, warns = {}, questions = [] }: Told): Assessment {
  return {
    asOf,
    watch: { id: "tiny", name: "Tiny", hash: "tiny" },
    illustrative: false,
    inputs: { observations: 0, awaitingSource: 0, hash: "" },
    method: { version: "1", draws: 1, effectiveDraws: 1, temper: 1, logEvidence: 0, fittedOn: null },
    scenarios: Object.entries(p).map(([id, critical]) => scenarioTold(id, critical)),
    indicators: [],
    warnings: Object.entries(warns).map(([scenario, state]) => warningTold(scenario, state, asOf)),
    questions,
  };
}

function scenarioTold(id: string, p: number): ScenarioAssessment {
  const passage = {
    p90Low: p,
    p90High: p,
    low: null,
    median: null,
    high: null,
    never: 1 - p,
    horizonMonths: 24,
  };
  return {
    ...{ id, name: id, p, low: p, high: p, words: "", clarity: "low", observedShare: 1 },
    counted: { stories: 0, building: 1, critical: 2, withinMonths: 12, unseenMonths: 0, power: 1 },
    states: { dormant: 1 - p, building: 0, critical: p },
    crossing: { p30: p, p90: p, p365: p, ...passage },
    ...{ easing: null, gates: [], drivers: [] },
  };
}

function warningTold(scenario: string, state: WarningState, on: Day): Warning {
  return {
    ...{ id: `${scenario}-${on}`, scenario, state, openedOn: on, changedOn: on, steps: [] },
    ...{ signal: 0.5, withinYear: 0.6 },
    ...{ expected: { from: null, median: null, to: null }, movedBy: [], wouldLower: [], wouldDecide: null },
  };
}
