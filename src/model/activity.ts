import { z } from "zod";
import type { Day } from "./day.ts";
import { query } from "./query.ts";
import type { ToldStory } from "./story-count.ts";

/** One way in which cases are told apart: by an attribute, or by the states of a bloc that they name. */
const face = z
  .strictObject({
    name: z.string().min(1),
    attribute: z.string().min(1).optional(),
    bloc: z.string().min(1).optional(),
    /** Values told as one, by the name they go under. */
    groups: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  })
  .refine(({ attribute, bloc }) => (attribute === undefined) !== (bloc === undefined), {
    error: "expected either an attribute or a bloc",
  });

/** Which cases are followed as an activity, and how they are told apart. */
export const activityRules = z.strictObject({
  name: z.string().min(1),
  where: query,
  windowYears: z.int().min(1).max(10),
  faces: z.array(face).min(1),
});

export type ActivityRules = Readonly<z.infer<typeof activityRules>>;
export type Face = ActivityRules["faces"][number];

/** Cases of one value in the last window and in the one before it. */
export interface FaceValue {
  /** An attribute's value or the id of an actor; empty where it is not said. */
  readonly value: string;
  readonly now: number;
  readonly before: number;
  /** How far its share of the cases lies above that of the window before; null where there are too few. */
  readonly shift: { readonly shift: number; readonly low: number; readonly high: number } | null;
}

/** The cases by one face, most frequent in both windows first. */
export interface FaceOnDay {
  readonly name: string;
  readonly values: readonly FaceValue[];
  /** p of the mix being that of the window before; null where it cannot be compared. */
  readonly p: number | null;
}

/** A case with its values by face, in the order of the faces. */
export interface ActivityCase extends ToldStory {
  readonly values: readonly (readonly string[])[];
}

/** Who acts against whom, after what and how. */
export interface ActivityOnDay {
  readonly asOf: Day;
  readonly name: string;
  readonly windowYears: number;
  /** The days that the record vouches for; null where it does for none. */
  readonly covers: { readonly from: Day; readonly to: Day } | null;
  /** Cases in the last window that ends where the record does, and in the one before; null where it is not vouched for whole. */
  readonly now: number | null;
  readonly before: number | null;
  readonly faces: readonly FaceOnDay[];
  readonly cases: readonly ActivityCase[];
}
