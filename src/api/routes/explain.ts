import { z } from "zod";
import { explainScenario } from "../../cycle/answers/explain-scenario.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { asOf } from "../shapes/asked.ts";
import { explainReply } from "../shapes/reasons.ts";

export const explain = defineRoute({
  name: "GET /api/explain",
  summary: "What moved one scenario, indicator by indicator, down to observations",
  asks: z.object({ asOf, scenario: z.string() }),
  replies: explainReply,
  async answer({ asOf: day, scenario }, { world, dayOf, assessedOn }) {
    if (!world.watch.scenarios.some(({ id }) => id === scenario)) {
      throw new Refusal(404, "no-scenario", `The watch has no scenario "${scenario}".`);
    }
    return explainScenario(await assessedOn(dayOf(day)), scenario);
  },
});
