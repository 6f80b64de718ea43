import { sitesKnown } from "../../cycle/sites/sites-known.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { sitesReply } from "../shapes/sites.ts";

export const sites = defineRoute({
  name: "GET /api/sites",
  summary: "The places on the ground that are watched, and who confirmed where they are",
  asks: onlyAsOf,
  replies: sitesReply,
  answer: async ({ asOf }, { world, dayOf }) => ({ sites: await sitesKnown(world, dayOf(asOf)) }),
});
