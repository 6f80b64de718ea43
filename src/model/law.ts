import type { ScenarioAssessment } from "./assessment.ts";
import type { Day } from "./day.ts";
import type { Level } from "./indicator.ts";
import type { LegalStep } from "./law-rules.ts";
import type { Observation } from "./observation.ts";

/** Whom an instrument binds: its parties; nobody yet, being meant to lead to one that does; its makers at home; nobody. */
export type LegalForce = "binding" | "towards" | "domestic" | "none";

/** One observation of an instrument; `told` changes nothing. */
export interface LegalMove {
  readonly observation: string;
  readonly on: Day;
  readonly precision: Observation["precision"];
  readonly step: LegalStep | "told";
  readonly claim: string;
  readonly actors: readonly string[];
}

/** An instrument with everything that became of it, as known on a day. */
export interface LegalThread {
  readonly id: string;
  readonly name: string;
  /** Empty where the record does not say, like `body` and `direction`. */
  readonly subject: string;
  readonly body: string;
  /** One for each way in which the record reads its tenor. */
  readonly directions: readonly string[];
  readonly force: LegalForce;
  readonly standing: LegalMove["step"];
  /** The day it ended or failed. */
  readonly to: Day | null;
  /** In order of time. */
  readonly moves: readonly LegalMove[];
}

/** What a body decided, and how; `counts` is null where the record does not hold them. */
export interface LegalVote {
  readonly observation: string;
  readonly on: Day;
  readonly instrument: string;
  readonly subject: string;
  readonly body: string;
  readonly direction: string;
  readonly claim: string;
  /** States that the observation names, and the sides they belong to: none, one or both. */
  readonly named: readonly string[];
  readonly sides: readonly string[];
  /** In the record's words, such as `consensus`; empty where it says nothing. */
  readonly told: string;
  readonly counts: { readonly yes: number; readonly no: number; readonly abstain: number } | null;
  /** Yes of yes, no and abstentions. */
  readonly inFavour: number | null;
}

/** Steps of one year, counted. */
export interface LegalYear {
  readonly year: number;
  /** Binding instruments adopted or come into force. */
  readonly made: readonly string[];
  /** Binding instruments ended, left or suspended. */
  readonly unmade: readonly string[];
  /** Instruments of any kind that failed or stalled. */
  readonly deadlocked: readonly string[];
  /** Whether the record vouches for the year: all of it, a part, or none. */
  readonly covered: "whole" | "part" | "none";
}

/** A move by its thread. */
export interface LegalMark {
  readonly thread: string;
  readonly observation: string;
  readonly on: Day;
}

/** How one subject stands. */
export interface LegalSubject {
  readonly subject: string;
  readonly instruments: number;
  /** Binding instruments in force. */
  readonly inForce: number;
  /** The last time a binding instrument was adopted or came into force; null where the record holds none. */
  readonly lastMade: LegalMark | null;
  /** The last step of what is meant to lead to a binding instrument. */
  readonly lastTowards: LegalMark | null;
}

/** States that instruments name together, targets left out. */
export interface NamedTogether {
  readonly states: readonly [string, string];
  readonly threads: readonly string[];
}

/** A vote in which it was noted how each state voted; who is not in `said` did not take part. */
export interface RollCall {
  readonly symbol: string;
  readonly title: string;
  readonly on: Day;
  readonly url: string;
  readonly said: Readonly<Record<string, "yes" | "no" | "abstained">>;
}

/** How often two states voted alike, of the votes in which both took part; the interval is of 90 %. */
export interface Agreement {
  readonly states: readonly [string, string];
  readonly votes: number;
  readonly alike: number;
  readonly low: number;
  readonly high: number;
}

/** A scenario that the law bears on, as it was judged. */
export type JudgedScenario = Pick<ScenarioAssessment, "id" | "name" | "p" | "low" | "high" | "words">;

/** The legal order as known on a day. */
export interface LawOnDay {
  readonly asOf: Day;
  /** The span the record vouches for, up to that day; null where no file does. */
  readonly covers: { readonly from: Day; readonly to: Day } | null;
  readonly sides: readonly [string, string];
  /** How instruments and subjects are called, where the watch says so. */
  readonly names: Readonly<Record<string, string>>;
  readonly threads: readonly LegalThread[];
  readonly votes: readonly LegalVote[];
  /** Years with a step, and those that the record vouches for. */
  readonly years: readonly LegalYear[];
  readonly subjects: readonly LegalSubject[];
  readonly together: readonly NamedTogether[];
  /** Empty where no vote of that kind is known. */
  readonly rollCalls: readonly RollCall[];
  readonly agreements: readonly Agreement[];
  /** The indicators that read the law, by the place the watch gives them. */
  readonly indicators: readonly {
    readonly id: string;
    readonly statement: string;
    readonly scenarios: readonly string[];
    readonly level: Level;
    readonly levelName: string;
  }[];
  /** Those that these indicators bear on, the one with most of them first. */
  readonly scenarios: readonly JudgedScenario[];
}
