import type { Indicator } from "#model/indicator.ts";
import type { Observation } from "#model/observation.ts";
import type { Increment } from "./increments.ts";

/** An indicator's measure, ready to be read on any day from what is known. */
export interface Measured {
  readonly indicator: Indicator;
  readonly streams: readonly string[];
  /** Every known observation that the measure reads. */
  readonly matched: readonly Observation[];
  readonly increments: readonly Increment[];
  /** For a share or a lead: the increments of its denominator. */
  readonly among: readonly Increment[];
  /** For tiers: the tier of each matched observation, in order. */
  readonly tiers: readonly {
    readonly id: string;
    readonly day: number;
    readonly tier: number;
    readonly truth: number;
  }[];
}
