import { z } from "zod";
import { correction, REJECTIONS, type Review, verdict } from "#model/review.ts";
import type { ReviewGiven } from "../cycle/reports/review-report.ts";
import { Refusal } from "./refusal.ts";

/** What is said of a report or an opinion when it is decided on. */
export const asksDecision = z.object({
  id: z.string(),
  verdict: z.enum(["accepted", "rejected", "undone"]),
  correction: correction.optional(),
  because: z.enum(REJECTIONS).optional(),
  by: z.string().trim().min(1).max(200),
  note: z.string().trim().max(2000).default(""),
});

/** Decides as was said; Refusal where it makes no sense, cannot be entered, or is about nothing that is there. */
export async function deciding(
  { id, by, note, ...said }: z.infer<typeof asksDecision>,
  decide: (given: ReviewGiven) => Promise<Review | null>,
): Promise<Review> {
  const decided = verdict.safeParse(said);
  if (!decided.success)
    throw new Refusal(400, "bad-request", "A rejection needs its reason, and nothing else does.");
  const given = { report: id, decided: decided.data, by, note };
  const made = await decide(given).catch((error: unknown) => {
    if (error instanceof RangeError) throw new Refusal(400, "bad-request", `${error.message}.`);
    throw error;
  });
  if (made === null) throw new Refusal(404, "no-report", `There is nothing "${id}" to decide on.`);
  return made;
}
