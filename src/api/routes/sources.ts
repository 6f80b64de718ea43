import { workState } from "#store/index.ts";
import { sourcesHealth } from "../../cycle/network/source-health.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { sourcesReply } from "../shapes/sources.ts";

export const sources = defineRoute({
  name: "GET /api/sources",
  summary: "The sources on the network, and how they fare",
  asks: onlyAsOf,
  replies: sourcesReply,
  answer: async (_asked, { world, today, sourceRecordsOn }) => ({
    at: world.now(),
    isOnline: world.network !== undefined,
    work: await workState(world.store),
    sources: await sourcesHealth(world, await sourceRecordsOn(today())),
  }),
});
