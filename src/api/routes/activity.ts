import { defineRoute } from "../route.ts";
import { activityReply } from "../shapes/activity.ts";
import { onlyAsOf } from "../shapes/asked.ts";

export const activity = defineRoute({
  name: "GET /api/activity",
  summary: "Who acts against whom, after what and how, and whether that has changed",
  asks: onlyAsOf,
  replies: activityReply,
  async answer({ asOf }, { dayOf, activityOn }) {
    const day = dayOf(asOf);
    return { asOf: day, activity: await activityOn(day) };
  },
});
