import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { timelineReply } from "../shapes/timeline.ts";

export const timeline = defineRoute({
  name: "GET /api/timeline",
  summary: "Milestones by bloc, who leads, and whether they come in a cycle",
  asks: onlyAsOf,
  replies: timelineReply,
  async answer({ asOf }, { dayOf, timelineOn }) {
    const told = await timelineOn(dayOf(asOf));
    if (told !== null) return told;
    throw new Refusal(404, "no-timeline", "The watch does not say what a milestone is.");
  },
});
