import type { Observation } from "./observation.ts";

/** An observation as the store has it now, or as it last was before it was withdrawn. */
export interface ObservationLife {
  readonly observation: Observation;
  /** When its first version and the last thing about it were stored; ISO 8601 UTC with milliseconds. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly withdrawn: boolean;
}
