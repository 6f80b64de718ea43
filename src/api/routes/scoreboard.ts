import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { scoreboardReply } from "../shapes/scoreboard.ts";

export const scoreboard = defineRoute({
  name: "GET /api/scoreboard",
  summary: "What forecasts, warnings and questions were worth, live and illustrative apart",
  asks: onlyAsOf,
  replies: scoreboardReply,
  answer: ({ asOf }, { dayOf, scoredOn }) => scoredOn(dayOf(asOf)),
});
