import { acknowledgementsOf } from "#store/index.ts";
import { withWarnings } from "../../cycle/cycle.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { warningsReply } from "../shapes/warning.ts";

export const warnings = defineRoute({
  name: "GET /api/warnings",
  summary: "Every warning up to that day, with who has read it",
  asks: onlyAsOf,
  replies: warningsReply,
  async answer({ asOf }, { world, dayOf, assessedOn }) {
    const day = dayOf(asOf);
    const { warnings: told } = withWarnings(await assessedOn(day));
    const acknowledged = await acknowledgementsOf(
      world.store,
      told.map(({ id }) => id),
    );
    const of = (id: string) => acknowledged.filter(({ warning }) => warning === id);
    return { asOf: day, warnings: told.map((one) => ({ ...one, acknowledgements: of(one.id) })) };
  },
});
