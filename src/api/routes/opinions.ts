import { z } from "zod";
import { opinionQueue } from "../../cycle/opinions/decide-opinion.ts";
import { defineRoute } from "../route.ts";
import { asOf } from "../shapes/asked.ts";
import { opinionsReply } from "../shapes/opinion.ts";

export const opinions = defineRoute({
  name: "GET /api/opinions",
  summary: "What a model said of sentences that were not coded; no source, and counted nowhere",
  shows: "queues",
  asks: z.object({
    asOf,
    state: z.enum(["waiting", "decided"]).default("waiting"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  replies: opinionsReply,
  answer: ({ asOf: day, state, limit }, { world, dayOf }) =>
    opinionQueue(world, dayOf(day), { isDecided: state === "decided", limit }),
});
