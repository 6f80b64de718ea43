import type { Burn } from "./burn.ts";

/** A possible burn and what speaks for it. */
export interface Candidate {
  readonly burn: Burn;
  /** By what happened along the track, or by a turn of the plane alone. */
  readonly seen: "along" | "across";
  /** Sets are too far apart to tell how they lag. */
  readonly isSparse: boolean;
  /** What confidence is computed from; see `confidence.ts`. */
  readonly evidence: readonly number[];
}
