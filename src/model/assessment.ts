import type { Day, Month } from "./day.ts";
import type { Bearing, Level } from "./indicator.ts";
import type { QuestionForecast } from "./question.ts";
import type { State } from "./scenario.ts";
import type { Warning } from "./warning.ts";

/** First passage into the critical state: the forecast of a critical point. */
export interface Crossing {
  /** P(critical now or first reached within 30, 90 and 365 days). */
  readonly p30: number;
  readonly p90: number;
  readonly p365: number;
  /** 5 % and 95 % bounds of p90 under parameter uncertainty. */
  readonly p90Low: number;
  readonly p90High: number;
  /** 10 %, 50 % and 90 % quantiles of the first passage; null: not within the horizon. */
  readonly low: Day | null;
  readonly median: Day | null;
  readonly high: Day | null;
  /** P(not within the horizon). */
  readonly never: number;
  readonly horizonMonths: number;
}

/** A scenario more likely critical than not: since when it has been judged so at every month's end, and when it is expected to ease. */
export interface Easing {
  readonly since: Month;
  readonly p90: number;
  readonly p365: number;
  readonly median: Day | null;
}

/** Shift in log-odds of *critical now or within 90 days* that one observation causes: logit P(with) − logit P(without). */
export interface ObservationShift {
  readonly id: string;
  readonly logOdds: number;
}

/** The same for an indicator. */
export interface Driver {
  readonly indicator: string;
  readonly statement: string;
  readonly logOdds: number;
  /** The observations behind it that moved most, strongest first. */
  readonly observations: readonly ObservationShift[];
}

export interface PathPoint {
  readonly month: Month;
  readonly p: number;
  readonly low: number;
  readonly high: number;
  readonly p90: number;
}

export interface ScenarioAssessment {
  readonly id: string;
  readonly name: string;
  /** P(critical) on the as-of day, with its 5–95 % interval under parameter uncertainty. */
  readonly p: number;
  readonly low: number;
  readonly high: number;
  /** ICD 203 words for the interval. */
  readonly words: string;
  /** How well the picture is known, never mixed with likelihood. */
  readonly clarity: "low" | "moderate" | "high";
  /** Share of the scenario's indicators that could be observed over the past year. */
  readonly observedShare: number;
  readonly states: Readonly<Record<State, number>>;
  /** What its rule of resolution has counted, as known. */
  readonly counted: {
    readonly stories: number;
    readonly building: number;
    readonly critical: number;
    readonly withinMonths: number;
    /** Months of the window at which nobody has looked. */
    readonly unseenMonths: number;
    /** How much the indicators may say of the scenario: 1 as elicited, 0 nothing. */
    readonly power: number;
    /** The observations its stories began with, the strongest first, then the newest; left out where drivers are. */
    readonly cases?: readonly ObservationShift[];
  };
  readonly crossing: Crossing;
  readonly easing: Easing | null;
  /** For each gate: the probability that it is closed, and P(critical now or within 90 days) were it open throughout. */
  readonly gates: readonly {
    readonly on: string;
    readonly epsilon: number;
    readonly closed: number;
    readonly pIfOpen: number;
  }[];
  readonly drivers: readonly Driver[];
  /** P(critical) as it was judged at the end of each month; left out of replays unless asked for. */
  readonly path?: readonly PathPoint[];
}

export interface IndicatorReading {
  readonly id: string;
  readonly statement: string;
  readonly scenarios: readonly string[];
  readonly group: string;
  readonly bearings: readonly Bearing[];
  readonly level: Level;
  readonly levelName: string;
  /** The measure over the trailing window; null when unknown. */
  readonly value: number | null;
  /** Median of the measure over the five years before the window; null with under two years of coverage. */
  readonly baseline: number | null;
  /** Share of the trailing window that its collectors and record files covered. */
  readonly exposure: number;
  readonly observations: readonly string[];
  readonly history?: readonly {
    readonly month: Month;
    readonly level: Level;
    readonly value: number | null;
  }[];
}

/** The result for one as-of day. Depends on nothing but the watch and what was known by then. */
export interface Assessment {
  readonly asOf: Day;
  readonly watch: { readonly id: string; readonly name: string; readonly hash: string };
  /** True before the watch was written: a replay with hindsight in its rules, not a validation. */
  readonly illustrative: boolean;
  readonly inputs: { readonly observations: number; readonly awaitingSource: number; readonly hash: string };
  readonly method: {
    readonly version: string;
    readonly draws: number;
    readonly effectiveDraws: number;
    /** Power of the likelihood that weights the draws: below 1, the interval was widened. */
    readonly temper: number;
    readonly logEvidence: number;
    /** The day whose knowledge the parameters were fitted to; null where they are the elicited ones. */
    readonly fittedOn: Day | null;
  };
  readonly scenarios: readonly ScenarioAssessment[];
  readonly indicators: readonly IndicatorReading[];
  readonly warnings: readonly Warning[];
  /** The questions registered by that day and not decided yet. */
  readonly questions: readonly QuestionForecast[];
}

/** What the warning step hears about one scenario at the end of a month, or on the as-of day. */
export interface WarningSignal {
  readonly scenario: string;
  readonly on: Day;
  /** P(critical now or first reached within 90 days). */
  readonly signal: number;
  /** P(critical now or first reached within a year). */
  readonly withinYear: number;
  /** The signal in log-odds, for drift. */
  readonly logOdds: number;
  /** An indicator that has just reached level 4 and by itself makes the scenario at least eight times as likely. */
  readonly decisive: string | null;
}
