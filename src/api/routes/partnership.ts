import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { partnershipReply } from "../shapes/partnership.ts";

export const partnership = defineRoute({
  name: "GET /api/partnership",
  summary: "What two powers do together and apart, and what of an alliance has been seen",
  asks: onlyAsOf,
  replies: partnershipReply,
  async answer({ asOf }, { dayOf, partnershipOn }) {
    const day = dayOf(asOf);
    return { asOf: day, partnership: await partnershipOn(day) };
  },
});
