import { z } from "zod";
import {
  contribution,
  CONTRIBUTION_REJECTIONS,
  type RecordedContribution,
  VETTINGS,
} from "#model/contribution.ts";
import type { ContributionsReply } from "../contract.ts";

export const recordedContribution: z.ZodType<RecordedContribution> = z
  .strictObject({
    id: z.string(),
    contribution,
    receivedAt: z.iso.datetime(),
    vetting: z
      .strictObject({
        decision: z.enum(VETTINGS),
        by: z.string(),
        note: z.string(),
        because: z.enum(CONTRIBUTION_REJECTIONS).optional(),
        observation: z.string().optional(),
        at: z.iso.datetime(),
      })
      .nullable(),
  })
  .meta({ id: "Contribution" });

export const contributionsReply: z.ZodType<ContributionsReply> = z.strictObject({
  contributions: z.array(recordedContribution),
  contributors: z.array(
    z.strictObject({
      contributor: z.string(),
      accepted: z.int(),
      rejected: z.int(),
      waiting: z.int(),
      letter: z.enum(["A", "B", "C", "D", "E", "F"]),
      reason: z.string(),
    }),
  ),
});
