import { addDays, monthNumber, monthOf, type Day } from "#model/day.ts";
import type { Assessment, ScenarioAssessment } from "#model/assessment.ts";
import { STATES, type Scenario } from "#model/scenario.ts";
import type { Watch } from "#model/watch.ts";
import { meanOf, rankedProbabilityScore, type Forecast } from "#science/belief/scores/index.ts";
import type { Resolution, Resolver } from "./resolve.ts";

/** Horizons of the forecasts in an assessment, in days; 0 is the day itself. */
export const HORIZONS = [0, 30, 90, 365] as const;
export type Horizon = (typeof HORIZONS)[number];

/** One probability of an assessment, and what became of it. */
export interface ScenarioForecast {
  readonly asOf: Day;
  readonly scenario: string;
  readonly horizonDays: Horizon;
  readonly p: number;
  readonly resolution: Resolution<0 | 1>;
  /** Whether the scenario was not critical by what was known then: the hard cases. */
  readonly isOnset: boolean;
  readonly question: string;
}

/** All probabilities of critical in the assessments, resolved. */
export function scenarioForecasts(
  watch: Watch,
  assessments: readonly Assessment[],
  resolver: Resolver,
): ScenarioForecast[] {
  return assessments.flatMap(({ asOf, scenarios }) =>
    scenarios.flatMap((assessed) => {
      const scenario = watch.scenarios.find(({ id }) => id === assessed.id);
      if (scenario === undefined) return [];
      const isOnset = resolver.historyKnown(scenario, asOf).firstCritical(asOf, asOf) === null;
      return HORIZONS.map((horizonDays) => ({
        asOf,
        scenario: scenario.id,
        horizonDays,
        p: probabilityWithin(assessed, horizonDays),
        resolution: resolver.criticalWithin(scenario, asOf, horizonDays),
        isOnset,
        question: questionOf(scenario, asOf, horizonDays),
      }));
    }),
  );
}

function probabilityWithin({ p, crossing }: ScenarioAssessment, horizonDays: Horizon): number {
  switch (horizonDays) {
    case 0:
      return p;
    case 30:
      return crossing.p30;
    case 90:
      return crossing.p90;
    case 365:
      return crossing.p365;
  }
}

/**
 * Outcomes of one scenario share their stories for as long as its rule looks back and the forecast looks ahead:
 * forecasts made within such a stretch are one question.
 */
function questionOf({ id, resolution }: Scenario, asOf: Day, horizonDays: number): string {
  const stretch = resolution.withinMonths + Math.ceil(horizonDays / 30.4375);
  return `${id} ${Math.floor(monthNumber(monthOf(asOf)) / stretch)}`;
}

/** The resolved ones as a forecaster's record; the rival says that whatever was known then goes on. */
export function resolvedForecasts(forecasts: readonly ScenarioForecast[]): Forecast[] {
  return forecasts.flatMap(({ p, resolution, question, isOnset }) =>
    resolution.status === "resolved"
      ? [{ p, outcome: resolution.outcome, question, reference: isOnset ? 0 : 1 }]
      : [],
  );
}

/** Ranked probability scores of the states said for the day itself, and of saying the base rates of the states instead. */
export interface StateScore {
  readonly n: number;
  readonly rps: number;
  readonly baseRateRps: number;
}

/** How well dormant, building and critical were told apart; null where nothing is resolved. */
export function stateScore(
  watch: Watch,
  assessments: readonly Assessment[],
  { historyKnown }: Resolver,
  today: Day,
): StateScore | null {
  const told = assessments.flatMap(({ asOf, scenarios }) =>
    scenarios.flatMap(({ id, states }) => {
      const scenario = watch.scenarios.find((one) => one.id === id);
      const due = scenario && addDays(asOf, scenario.resolution.lagDays);
      if (scenario === undefined || due === undefined || due > today) return [];
      const state = historyKnown(scenario, due).stateOn(asOf);
      return state === null
        ? []
        : [{ said: STATES.map((name) => states[name]), state: STATES.indexOf(state) }];
    }),
  );
  if (told.length === 0) return null;
  const shares = STATES.map((_, s) => told.filter(({ state }) => state === s).length / told.length);
  return {
    n: told.length,
    rps: meanOf(told, ({ said, state }) => rankedProbabilityScore(said, state)),
    baseRateRps: meanOf(told, ({ state }) => rankedProbabilityScore(shares, state)),
  };
}
