import { z } from "zod";
import { observationInDetail } from "../../cycle/evidence/observation-in-detail.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { asOf } from "../shapes/asked.ts";
import { observationReply } from "../shapes/observation.ts";

export const observation = defineRoute({
  name: "GET /api/observations/:id",
  summary: "One observation with the very text it rests on and what else is known about it",
  asks: z.object({ asOf, id: z.string() }),
  replies: observationReply,
  async answer({ asOf: day, id }, { world, dayOf, assessedOn }) {
    const known = dayOf(day);
    const found = await observationInDetail(world, await assessedOn(known), id);
    if (found === null) throw new Refusal(404, "no-observation", `Nothing "${id}" was known on ${known}.`);
    return found;
  },
});
