import { z } from "zod";
import { contributedEntry, CONTRIBUTION_REJECTIONS, VETTINGS } from "#model/contribution.ts";
import { vetContribution } from "../../cycle/contributions/vet-contribution.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { recordedContribution } from "../shapes/contributions.ts";

export const vet = defineRoute({
  name: "POST /api/contributions/:id/vet",
  summary: "Accept a contribution as a document, enter it into the record, reject it, or take that back",
  role: "steward",
  shows: "queues",
  asks: z.object({
    id: z.string().min(1),
    decision: z.enum(VETTINGS),
    entry: contributedEntry.optional(),
    because: z.enum(CONTRIBUTION_REJECTIONS).optional(),
    by: z.string().trim().min(1).max(200),
    note: z.string().trim().max(2000).default(""),
  }),
  replies: recordedContribution,
  async answer({ id, ...decided }, { world }) {
    const vetted = await vetContribution(world, id, decided).catch((error: unknown) => {
      if (error instanceof RangeError) throw new Refusal(400, "bad-request", `${error.message}.`);
      throw error;
    });
    if (vetted === null) throw new Refusal(404, "no-contribution", `There is no one contribution "${id}".`);
    return vetted;
  },
});
