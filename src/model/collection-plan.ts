import type { Day } from "./day.ts";
import type { Level } from "./indicator.ts";

/** What a further window of one indicator is expected to do to one forecast. */
export interface Move {
  readonly scenario: string;
  /** P(critical now or within 90 days) as it stands, and what it would be. */
  readonly p90: number;
  readonly ifAbsent: number;
  readonly ifPresent: number;
  /** Expected absolute change of that probability. */
  readonly expectedMove: number;
}

/** One indicator to look at. */
export interface Look {
  readonly indicator: string;
  readonly statement: string;
  readonly level: Level;
  readonly streams: readonly string[];
  /** Share of its trailing window at which nobody has looked. */
  readonly unseen: number;
  /** The scenarios it bears on, the one it would move most first. */
  readonly moves: readonly Move[];
  /** What looking at the unseen share now is worth: to first order that share of the widest expected move. */
  readonly worth: number;
}

/** A stream of the record, and how far anybody has looked at it. */
export interface StreamSeen {
  readonly stream: string;
  /** The last day that a record file or a collector vouches for; null where none ever did. */
  readonly seenTo: Day | null;
  /** Indicators that read it, and those of them that are unknown. */
  readonly indicators: number;
  readonly unknown: number;
  /** The worth of the most telling of them. */
  readonly worth: number;
}

/** What to look at next, over all scenarios: the indicators and the streams they read, each the most telling first. */
export interface CollectionPlan {
  readonly looks: readonly Look[];
  readonly streams: readonly StreamSeen[];
}
