import type { Capture, Reject } from "#model/capture.ts";
import type { Observation } from "#model/observation.ts";

/** What was read from one capture. */
export interface Import {
  /** The record file, source or imported file it came from. */
  readonly origin: string;
  readonly capture: Capture;
  readonly observations: readonly Observation[];
  readonly rejects: readonly Reject[];
  /** ISO 8601 UTC with milliseconds. */
  readonly recordedAt: string;
}

/** How many observations were new, said something else than before, said the same, or are said no more. */
export interface Imported {
  readonly added: number;
  readonly corrected: number;
  readonly duplicate: number;
  readonly withdrawn: number;
  readonly rejected: number;
}
