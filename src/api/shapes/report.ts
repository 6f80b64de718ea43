import { z } from "zod";
import { type Review, verdict } from "#model/review.ts";
import type { ReportsReply } from "../contract.ts";
import { observation } from "./observation.ts";

export const review: z.ZodType<Review> = z.strictObject({
  report: z.string(),
  decided: verdict,
  entered: z.string().nullable(),
  by: z.string(),
  note: z.string(),
  at: z.iso.datetime(),
});

export const reportsReply: z.ZodType<ReportsReply> = z.strictObject({
  total: z.int(),
  reports: z.array(z.strictObject({ report: observation, sentence: z.string(), review: review.nullable() })),
  read: z.strictObject({
    documents: z.int(),
    sentences: z.int(),
    events: z.int(),
    reports: z.int(),
    reasons: z.record(z.string(), z.int()),
  }),
});
