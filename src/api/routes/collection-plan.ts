import { collectionPlanOnDay } from "../../cycle/answers/collection-plan-on-day.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { collectionPlanReply } from "../shapes/reasons.ts";

export const collectionPlan = defineRoute({
  name: "GET /api/collection-plan",
  summary: "What to look at next, over all scenarios: what nobody has looked at, and what it would move",
  asks: onlyAsOf,
  replies: collectionPlanReply,
  answer: async ({ asOf: day }, { dayOf, assessedOn }) => collectionPlanOnDay(await assessedOn(dayOf(day))),
});
