import { z } from "zod";
import { readingTotals } from "#store/index.ts";
import { reviewQueue } from "../../cycle/reports/review-report.ts";
import { defineRoute } from "../route.ts";
import { asOf } from "../shapes/asked.ts";
import { reportsReply } from "../shapes/report.ts";

export const reports = defineRoute({
  name: "GET /api/reports",
  summary: "What was read in texts and awaits an analyst, or was decided on; each with its sentence",
  asks: z.object({
    asOf,
    state: z.enum(["waiting", "decided"]).default("waiting"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  replies: reportsReply,
  async answer({ asOf: day, state, limit }, { world, dayOf }) {
    const queue = await reviewQueue(world, dayOf(day), { isDecided: state === "decided", limit });
    return { ...queue, read: await readingTotals(world.store) };
  },
});
