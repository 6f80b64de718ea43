import { z } from "zod";
import { searchObservations } from "#store/index.ts";
import { defineRoute } from "../route.ts";
import { asksSelection, selectionOf } from "../selecting.ts";
import { observationsReply } from "../shapes/observation.ts";

export const observations = defineRoute({
  name: "GET /api/observations",
  summary: "The observations known by that day, latest first, in pages and with counts",
  asks: asksSelection.extend({
    limit: z.coerce.number().int().min(1).max(1000).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  replies: observationsReply,
  async answer({ limit, offset, ...facets }, desk) {
    const { known, selection } = await selectionOf(facets, desk);
    const found = await searchObservations(desk.world.store, { known }, { ...selection, limit, offset });
    return { ...found, offset, items: found.items.map(({ observation }) => observation) };
  },
});
