import { watchedBehaviour } from "../../cycle/orbits/watched-behaviour.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { behaviourReply } from "../shapes/behaviour.ts";

export const behaviour = defineRoute({
  name: "GET /api/behaviour",
  summary: "The watch's satellites, and what they did that is unusual, as observations",
  asks: onlyAsOf,
  replies: behaviourReply,
  answer: ({ asOf }, { world, dayOf }) => watchedBehaviour(world, dayOf(asOf)),
});
