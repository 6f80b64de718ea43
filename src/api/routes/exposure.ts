import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { exposureReply } from "../shapes/exposure.ts";

export const exposure = defineRoute({
  name: "GET /api/exposure",
  summary: "What is done to space systems, and what of it the operator's own would lose",
  shows: "estate",
  asks: onlyAsOf,
  replies: exposureReply,
  async answer({ asOf }, { dayOf, exposureOn }) {
    const day = dayOf(asOf);
    const told = await exposureOn(day);
    if (told === null) return { asOf: day, exposure: null };
    const { asOf: _day, ...rest } = told;
    return { asOf: day, exposure: rest };
  },
});
