import { decideOpinion } from "../../cycle/opinions/decide-opinion.ts";
import { asksDecision, deciding } from "../deciding.ts";
import { defineRoute } from "../route.ts";
import { review } from "../shapes/report.ts";

export const decide = defineRoute({
  name: "POST /api/opinions/:id/decide",
  summary: "Enter the sentence an opinion is on in one's own words, or leave it; or take that back",
  role: "analyst",
  shows: "queues",
  asks: asksDecision,
  replies: review,
  answer: (asked, { world }) => deciding(asked, (given) => decideOpinion(world, given)),
});
