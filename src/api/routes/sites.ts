import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { sitesReply } from "../shapes/sites.ts";

export const sites = defineRoute({
  name: "GET /api/sites",
  summary: "The places on the ground that are watched",
  asks: onlyAsOf,
  replies: sitesReply,
  answer: async (_asked, { world }) => ({ sites: world.watch.sites }),
});
