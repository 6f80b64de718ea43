import { lawOnDay } from "../../cycle/answers/law-on-day.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { lawReply } from "../shapes/law.ts";

export const law = defineRoute({
  name: "GET /api/law",
  summary: "What binds whom, how bodies voted, and what was made, unmade and deadlocked",
  asks: onlyAsOf,
  replies: lawReply,
  async answer({ asOf }, { world, dayOf, assessedOn }) {
    const day = dayOf(asOf);
    const known = await lawOnDay(world.store, await assessedOn(day));
    if (known === null) return { asOf: day, law: null };
    const { asOf: _day, ...rest } = known;
    return { asOf: day, law: rest };
  },
});
