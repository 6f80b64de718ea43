import { z } from "zod";
import { approachesAsKnown } from "../../cycle/orbits/approaches-as-known.ts";
import { defineRoute } from "../route.ts";
import { approachesReply } from "../shapes/approaches.ts";
import { asOf } from "../shapes/asked.ts";

export const approaches = defineRoute({
  name: "GET /api/approaches",
  summary: "What the objects asked for come close to, from the element sets known by that day",
  asks: z.object({
    asOf,
    objects: z
      .string()
      .regex(/^\d{1,9}(,\d{1,9}){0,99}$/)
      .transform((text) => [...new Set(text.split(",").map(Number))])
      .meta({ description: "Catalogue numbers between commas, at most 100." }),
    days: z.coerce.number().gt(0).max(14).default(7),
    km: z.coerce.number().gt(0).max(100).default(5),
  }),
  replies: approachesReply,
  answer: ({ asOf: day, objects, days, km }, { world, dayOf }) =>
    approachesAsKnown(world, dayOf(day), { objects, days, withinKm: km }),
});
