import type { JudgedCritical } from "./critical-in-words.ts";
import type { Warning } from "./warning.ts";

/** One change of a warning's state, told as it was known on the day it came about. */
export interface WarningChange {
  /** Of the warning; it has one change a month at most. */
  readonly warning: string;
  readonly scenario: string;
  readonly name: string;
  readonly criticalPoint: string;
  readonly step: Warning["steps"][number];
  /** P(critical now or within 90 days) with its 5–95 % interval, and within a year. */
  readonly p90: number;
  readonly p90Low: number;
  readonly p90High: number;
  readonly withinYear: number;
  readonly expected: Warning["expected"];
  /** Where it was more likely critical than not on that day: since when, and how likely. */
  readonly critical: JudgedCritical | null;
  /** The observations that moved it most, strongest first; none where it was resolved. */
  readonly movedBy: readonly { readonly id: string; readonly claim: string; readonly logOdds: number }[];
  readonly illustrative: boolean;
  /** The strictest among that of the watch and of the observations it names. */
  readonly marking: string;
  /** When the last of what it rests on was stored; ISO 8601 UTC with milliseconds. */
  readonly recordedAt: string;
}
