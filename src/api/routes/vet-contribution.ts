import { z } from "zod";
import { VETTINGS } from "#model/contribution.ts";
import { vetContribution } from "../../cycle/vet-contribution.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { recordedContribution } from "../shapes/contributions.ts";

export const vet = defineRoute({
  name: "POST /api/contributions/:id/vet",
  summary: "Accept a contribution as a document, or reject it",
  asks: z.object({
    id: z.string().min(1),
    decision: z.enum(VETTINGS),
    by: z.string().trim().min(1).max(200),
    note: z.string().trim().max(2000).default(""),
  }),
  replies: recordedContribution,
  async answer({ id, ...decided }, { world }) {
    const vetted = await vetContribution(world, id, decided);
    if (vetted === null) throw new Refusal(404, "no-contribution", `There is no one contribution "${id}".`);
    return vetted;
  },
});
