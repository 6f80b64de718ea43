import { z } from "zod";
import { day } from "./observation.ts";

/** Why a report is not entered: it was read wrongly, is none of the watch's business, is known to be untrue, or is known already. */
export const REJECTIONS = ["misread", "off-subject", "refuted", "known-already"] as const;

/** What an analyst enters instead of what the report proposes; what is left out stands as proposed. */
export const correction = z.strictObject({
  stream: z.string().min(1).optional(),
  kind: z.string().min(1).optional(),
  claim: z.string().trim().min(1).max(1000).optional(),
  validFrom: day.optional(),
  actors: z
    .array(z.strictObject({ id: z.string().min(1), role: z.enum(["actor", "source", "target"]) }))
    .optional(),
  /** The Admiralty number: how well confirmed the analyst finds it. */
  credibility: z.int().min(1).max(6).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
  /** What the event is by PLOVER, where the machine coded another: nothing is entered by it, dictionaries learn from it. */
  root: z.string().min(1).optional(),
});

export type Correction = Readonly<z.infer<typeof correction>>;

export const verdict = z.discriminatedUnion("verdict", [
  z.strictObject({ verdict: z.literal("accepted"), correction: correction.default({}) }),
  z.strictObject({ verdict: z.literal("rejected"), because: z.enum(REJECTIONS) }),
  z.strictObject({ verdict: z.literal("undone") }),
]);

export type Verdict = Readonly<z.infer<typeof verdict>>;

/** A verdict as it is sent: without a correction it is accepted as it stands. */
export type VerdictGiven = Readonly<z.input<typeof verdict>>;

/** What an analyst decided on a report; a later one on the same report takes its place, and nothing is overwritten. */
export interface Review {
  /** The report's id. */
  readonly report: string;
  readonly decided: Verdict;
  /** The observation that was entered; null where none was. */
  readonly entered: string | null;
  /** A role, not a person. */
  readonly by: string;
  readonly note: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string;
}
