import { warningsTold } from "../../cycle/answers/warnings-told.ts";
import { withWarnings } from "../../cycle/judge.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { warningsReply } from "../shapes/warning.ts";

export const warnings = defineRoute({
  name: "GET /api/warnings",
  summary: "Every warning up to that day, with who has read it and who was told",
  asks: onlyAsOf,
  replies: warningsReply,
  async answer({ asOf }, { world, dayOf, assessedOn }) {
    const day = dayOf(asOf);
    const { warnings: found } = withWarnings(await assessedOn(day));
    return { asOf: day, warnings: await warningsTold(world.store, found, day) };
  },
});
