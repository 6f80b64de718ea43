import { z } from "zod";
import type { Day } from "./day.ts";
import { query } from "./query.ts";
import type { ToldStory } from "./story-count.ts";

/** What shows that two powers are partners, that they are not, and what only allies would do. */
export const partnershipRules = z.strictObject({
  between: z.tuple([z.string(), z.string()]).refine(([a, b]) => a !== b, { error: "expected two actors" }),
  cooperation: query,
  divergence: query,
  /** The attribute that names the strand of the partnership an event belongs to. */
  strand: z.string().min(1),
  windowYears: z.int().min(1).max(10),
  /** What an alliance would show, the more binding the later. */
  rungs: z.array(z.strictObject({ statement: z.string().min(1), where: query })).default([]),
});

export type PartnershipRules = Readonly<z.infer<typeof partnershipRules>>;

/** Events of cooperation and divergence in a window, and the share of cooperation with its 90 % interval. */
export interface PartnershipShare {
  /** The last day of the window. */
  readonly on: Day;
  readonly cooperation: number;
  readonly divergence: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface PartnershipEvent extends ToldStory {
  readonly polarity: "cooperation" | "divergence";
  readonly strand: string;
}

/** One strand in the last window and in the one before it. */
export interface PartnershipStrand {
  readonly strand: string;
  readonly now: { readonly cooperation: number; readonly divergence: number };
  readonly before: { readonly cooperation: number; readonly divergence: number };
}

/** Something that an alliance would show, and what was seen of it. */
export interface PartnershipRung {
  readonly statement: string;
  readonly seen: readonly ToldStory[];
}

export interface PartnershipOnDay {
  readonly asOf: Day;
  readonly between: readonly [string, string];
  readonly windowYears: number;
  /** The days that the record vouches for; null where it does for none. */
  readonly covers: { readonly from: Day; readonly to: Day } | null;
  /** By quarters, each whole window that the record vouches for; the last one ends where the record does. */
  readonly path: readonly PartnershipShare[];
  /** How far the share lies above that of the window before, with its 90 % interval; null where events are too few. */
  readonly shift: { readonly shift: number; readonly low: number; readonly high: number } | null;
  readonly strands: readonly PartnershipStrand[];
  readonly rungs: readonly PartnershipRung[];
  readonly events: readonly PartnershipEvent[];
}
