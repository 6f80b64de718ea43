import { z } from "zod";
import { scenarioRequirements } from "../../cycle/answers/scenario-requirements.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { asOf } from "../shapes/asked.ts";
import { requirementsReply } from "../shapes/reasons.ts";

export const requirements = defineRoute({
  name: "GET /api/requirements",
  summary: "What would move one scenario's forecast most: what is not yet seen, and what is supposed",
  asks: z.object({ asOf, scenario: z.string() }),
  replies: requirementsReply,
  async answer({ asOf: day, scenario }, { world, dayOf, assessedOn }) {
    if (!world.watch.scenarios.some(({ id }) => id === scenario)) {
      throw new Refusal(404, "no-scenario", `The watch has no scenario "${scenario}".`);
    }
    return scenarioRequirements(await assessedOn(dayOf(day)), scenario);
  },
});
