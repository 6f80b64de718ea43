import type { GuardedThreshold } from "./guarded-threshold.ts";
import type { OffsetVerdict } from "./optical/offset-guard.ts";
import type { Registration } from "./optical/register.ts";

/**
 * In which spread a magnitude is told: that of the unchanged, which change and drift over the picture do not widen, or
 * the MAD of the whole picture.
 */
export type MagnitudeSpread = "unchanged" | "whole";

/** What changed between two dates, by pixel, and everything that was done to say so. */
export interface PairChange {
  readonly method: string;
  /** Magnitude of change, NaN where not compared. */
  readonly magnitude: Float32Array;
  readonly spread: MagnitudeSpread;
  /** 1 where both dates were compared. */
  readonly compared: Uint8Array;
  readonly threshold: GuardedThreshold;
  readonly registration: Registration;
  /** Null where the question does not arise. */
  readonly offset: OffsetVerdict | null;
}
