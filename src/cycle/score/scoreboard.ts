import type { Assessment } from "#model/assessment.ts";
import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Watch } from "#model/watch.ts";
import { scoreForecasts, type Scores } from "#science/belief/scores/index.ts";
import { claimRecord, type ClaimRecord } from "./claim-record.ts";
import { questionRecord, type QuestionRecord } from "./question-record.ts";
import { createResolver, type Resolver } from "./resolve.ts";
import {
  HORIZONS,
  resolvedForecasts,
  scenarioForecasts,
  stateScore,
  type Horizon,
  type ScenarioForecast,
  type StateScore,
} from "./scenario-forecasts.ts";
import { warningRecord, type WarningRecord } from "./warning-record.ts";
import { toldBy, toldMonthly, type Told } from "./warnings-told.ts";

/** What the forecasts of one horizon were worth. */
export interface HorizonRecord {
  readonly horizonDays: Horizon;
  readonly resolved: number;
  readonly open: number;
  readonly void: number;
  /** Null where nothing is resolved. */
  readonly scores: Scores | null;
  /** Only those made while the scenario was not critical by what was known: the hard cases. */
  readonly onsets: Scores | null;
}

/** One sequence of assessments, scored. */
export interface TrackRecord {
  readonly assessments: number;
  readonly first: Day | null;
  readonly last: Day | null;
  readonly horizons: readonly HorizonRecord[];
  readonly states: StateScore | null;
  readonly warnings: WarningRecord;
}

/** How good all this has been, as far as it can be told on a day. */
export interface Scoreboard {
  readonly asOf: Day;
  readonly watch: { readonly id: string; readonly name: string; readonly writtenOn: Day };
  readonly ledger: LedgerFigures;
  /** Assessments the ledger held on the day they are about, made after the watch was written. */
  readonly live: TrackRecord;
  /** Replays of days before that: hindsight is in their rules, so they validate nothing. */
  readonly illustrative: TrackRecord;
  readonly questions: QuestionRecord;
  readonly claims: ClaimRecord | null;
}

export interface LedgerFigures {
  readonly entries: number;
  readonly head: string;
  readonly live: number;
  /** About days before the watch was written, recorded after the day they are about, or said again of the same day. */
  readonly notScored: number;
}

/** What there is to score. `observations` may hold more than was known; nothing decides before it was. */
export interface ScoreRequest {
  readonly watch: Watch;
  readonly asOf: Day;
  readonly ledger: LedgerFigures;
  readonly live: readonly Assessment[];
  readonly illustrative: readonly Assessment[];
  readonly observations: readonly Observation[];
}

/** Resolves and scores; live and illustrative are never mixed. */
export function scoreboard({
  watch,
  asOf,
  ledger,
  live,
  illustrative,
  observations,
}: ScoreRequest): Scoreboard {
  const resolver = createResolver(watch, observations, asOf);
  const { id, name, writtenOn } = watch;
  return {
    asOf,
    watch: { id, name, writtenOn },
    ledger,
    live: trackRecord(watch, live, toldBy(live), resolver, asOf),
    illustrative: trackRecord(watch, illustrative, toldMonthly(illustrative), resolver, asOf),
    questions: questionRecord(watch, live, observations, asOf),
    claims: watch.claims && claimRecord(watch.claims, asOf, writtenOn),
  };
}

function trackRecord(
  watch: Watch,
  assessments: readonly Assessment[],
  told: readonly Told[],
  resolver: Resolver,
  today: Day,
): TrackRecord {
  const forecasts = scenarioForecasts(watch, assessments, resolver);
  return {
    assessments: assessments.length,
    first: assessments[0]?.asOf ?? null,
    last: assessments.at(-1)?.asOf ?? null,
    horizons: HORIZONS.map((horizonDays) =>
      horizonRecord(
        horizonDays,
        forecasts.filter((forecast) => forecast.horizonDays === horizonDays),
      ),
    ),
    states: stateScore(watch, assessments, resolver, today),
    warnings: warningRecord(watch, told, resolver, today),
  };
}

function horizonRecord(horizonDays: Horizon, forecasts: readonly ScenarioForecast[]): HorizonRecord {
  const having = (status: ScenarioForecast["resolution"]["status"]) =>
    forecasts.filter(({ resolution }) => resolution.status === status).length;
  return {
    horizonDays,
    resolved: having("resolved"),
    open: having("open"),
    void: having("void"),
    scores: scoresOf(forecasts),
    onsets: scoresOf(forecasts.filter(({ isOnset }) => isOnset)),
  };
}

function scoresOf(forecasts: readonly ScenarioForecast[]): Scores | null {
  const resolved = resolvedForecasts(forecasts);
  return resolved.length > 0 ? scoreForecasts(resolved, { rival: "persistence" }) : null;
}
