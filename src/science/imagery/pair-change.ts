import type { GuardedThreshold } from "./guarded-threshold.ts";
import type { OffsetVerdict } from "./optical/offset-guard.ts";
import type { Registration } from "./optical/register.ts";

/**
 * In which spread a magnitude is told: that of the unchanged, which change and drift over the picture do not widen, or
 * the MAD of the whole picture.
 */
export type MagnitudeSpread = "unchanged" | "whole";

/** Over how many pixels radar's speckle is smoothed: `coarse` where fine smoothing leaves change and speckle mixed. */
export type SpeckleFilter = "fine" | "coarse";

/** As which a magnitude is told; thresholds hold among magnitudes that are told alike. */
export interface MagnitudeScale {
  readonly spread: MagnitudeSpread;
  readonly filter: SpeckleFilter;
}

/** What changed between two dates, by pixel, and everything that was done to say so. */
export interface PairChange {
  readonly method: string;
  /** Magnitude of change, NaN where not compared. */
  readonly magnitude: Float32Array;
  readonly scale: MagnitudeScale;
  /** 1 where both dates were compared. */
  readonly compared: Uint8Array;
  readonly threshold: GuardedThreshold;
  /** 1 where it changed, as far as neighbours settle that; null where the threshold alone does. */
  readonly settled: Uint8Array | null;
  readonly registration: Registration;
  /** Null where the question does not arise. */
  readonly offset: OffsetVerdict | null;
}
