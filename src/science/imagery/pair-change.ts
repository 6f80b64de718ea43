import type { GuardedThreshold } from "./guarded-threshold.ts";
import type { OffsetVerdict } from "./optical/offset-guard.ts";
import type { Registration } from "./optical/register.ts";

/** What changed between two dates, by pixel, and everything that was done to say so. */
export interface PairChange {
  readonly method: string;
  /** Magnitude of change, NaN where not compared. */
  readonly magnitude: Float32Array;
  /** 1 where both dates were compared. */
  readonly compared: Uint8Array;
  readonly threshold: GuardedThreshold;
  readonly registration: Registration;
  /** Null where the question does not arise. */
  readonly offset: OffsetVerdict | null;
}
