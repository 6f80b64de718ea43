import { withWarnings } from "../../cycle/judge.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { assessment as shape } from "../shapes/assessment.ts";

export const assessment = defineRoute({
  name: "GET /api/assessment",
  summary: "How likely each scenario is, when its critical point is expected, and what to warn of",
  asks: onlyAsOf,
  replies: shape,
  answer: async ({ asOf }, { dayOf, assessedOn }) => withWarnings(await assessedOn(dayOf(asOf))),
});
