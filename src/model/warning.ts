import type { Day } from "./day.ts";

export const WARNING_STATES = ["quiet", "watch", "warning", "critical", "resolved"] as const;
export type WarningState = (typeof WARNING_STATES)[number];

/** One situation in one scenario, from the first step above quiet until it is resolved. */
export interface Warning {
  /** Scenario and day it was opened: the same situation keeps its id from run to run. */
  readonly id: string;
  readonly scenario: string;
  readonly state: WarningState;
  readonly openedOn: Day;
  readonly changedOn: Day;
  readonly steps: readonly {
    readonly on: Day;
    readonly from: WarningState;
    readonly to: WarningState;
    readonly because: string;
  }[];
  /** P(critical now or within 90 days). */
  readonly signal: number;
  /** P(critical now or within a year): what a warning promises. */
  readonly withinYear: number;
  /** Interval in which the critical point is expected (10–90 % quantiles); null end: not within the horizon. */
  readonly expected: { readonly from: Day | null; readonly median: Day | null; readonly to: Day | null };
  /** The three observations that moved it most. */
  readonly movedBy: readonly { readonly id: string; readonly logOdds: number }[];
  /** Indicators whose fall would lower it most. */
  readonly wouldLower: readonly string[];
  /** The unknown indicator that could move it most. */
  readonly wouldDecide: string | null;
}

/** An acknowledgement is an event of its own, appended; it never changes the warning. */
export interface Acknowledgement {
  readonly warning: string;
  readonly by: string;
  readonly at: string;
  readonly note: string;
}
