import { z } from "zod";
import { correction, REJECTIONS, verdict } from "#model/review.ts";
import { reviewReport } from "../../cycle/reports/review-report.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { review as reviewShape } from "../shapes/report.ts";

export const review = defineRoute({
  name: "POST /api/reports/:id/review",
  summary: "Enter a report into the record, as proposed or corrected, or say why not; or take that back",
  asks: z.object({
    id: z.string(),
    verdict: z.enum(["accepted", "rejected", "undone"]),
    correction: correction.optional(),
    because: z.enum(REJECTIONS).optional(),
    by: z.string().trim().min(1).max(200),
    note: z.string().trim().max(2000).default(""),
  }),
  replies: reviewShape,
  async answer({ id, by, note, ...said }, { world }) {
    const decided = verdict.safeParse(said);
    if (!decided.success)
      throw new Refusal(400, "bad-request", "A rejection needs its reason, and nothing else does.");
    const given = { report: id, decided: decided.data, by, note };
    const made = await reviewReport(world, given).catch((error: unknown) => {
      if (error instanceof RangeError) throw new Refusal(400, "bad-request", `${error.message}.`);
      throw error;
    });
    if (made === null) throw new Refusal(404, "no-report", `There is no report "${id}".`);
    return made;
  },
});
