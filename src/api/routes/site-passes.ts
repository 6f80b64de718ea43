import { z } from "zod";
import { addDays } from "#model/day.ts";
import { imagerElements, siteLooks, startOfDay } from "../../cycle/orbits/site-looks.ts";
import { siteKnown } from "../../cycle/sites/sites-known.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { asOf, isoDay } from "../shapes/asked.ts";
import { siteLooksReply } from "../shapes/sites.ts";

export const sitePasses = defineRoute({
  name: "GET /api/sites/:id/passes",
  summary:
    "Who could image a site in the days that follow or from another day on, and when it is unseen, for each bloc",
  asks: z.object({
    asOf,
    id: z.string(),
    from: isoDay.optional(),
    days: z.coerce.number().int().min(1).max(14).default(3),
  }),
  replies: siteLooksReply,
  async answer({ asOf: day, id, from, days }, { world, dayOf }) {
    const known = dayOf(day);
    const site = await siteKnown(world, id, known);
    if (!site) throw new Refusal(404, "no-site", `The watch has no site "${id}".`);
    const start = from ?? known;
    // Of a span that is over the elements of its end are nearer than those of today.
    const [by] = [known, addDays(start, days)].toSorted();
    const elements = await imagerElements(world, by!);
    return siteLooks(world, site, elements, { fromMs: startOfDay(start), days });
  },
});
