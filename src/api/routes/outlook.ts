import { whatIfBasis } from "../../cycle/answers/what-if-basis.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { outlookReply } from "../shapes/reasons.ts";

export const outlook = defineRoute({
  name: "GET /api/outlook",
  summary: "The model and its evidence as numbers, for what-if questions",
  asks: onlyAsOf,
  replies: outlookReply,
  answer: async ({ asOf }, { dayOf, assessedOn }) => whatIfBasis(await assessedOn(dayOf(asOf))),
});
