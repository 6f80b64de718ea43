import { defineRoute } from "../route.ts";
import { alignmentReply } from "../shapes/alignment.ts";
import { onlyAsOf } from "../shapes/asked.ts";

export const alignment = defineRoute({
  name: "GET /api/alignment",
  summary: "Who is in which framework, and who joins next",
  asks: onlyAsOf,
  replies: alignmentReply,
  async answer({ asOf }, { dayOf, alignmentOn }) {
    const day = dayOf(asOf);
    const standing = await alignmentOn(day);
    if (standing === null) return { asOf: day, alignment: null };
    const { asOf: _day, ...rest } = standing;
    return { asOf: day, alignment: rest };
  },
});
