import { reviewReport } from "../../cycle/reports/review-report.ts";
import { asksDecision, deciding } from "../deciding.ts";
import { defineRoute } from "../route.ts";
import { review as reviewShape } from "../shapes/report.ts";

export const review = defineRoute({
  name: "POST /api/reports/:id/review",
  summary: "Enter a report into the record, as proposed or corrected, or say why not; or take that back",
  role: "analyst",
  asks: asksDecision,
  replies: reviewShape,
  answer: (asked, { world }) => deciding(asked, (given) => reviewReport(world, given)),
});
