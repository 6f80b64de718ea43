import { z } from "zod";
import { searchObservations } from "#store/index.ts";
import type { Desk } from "../desk.ts";
import { Refusal } from "../refusal.ts";
import { defineRoute } from "../route.ts";
import { asOf, isoDay } from "../shapes/asked.ts";
import { observationsReply } from "../shapes/observation.ts";

export const observations = defineRoute({
  name: "GET /api/observations",
  summary: "The observations known by that day, latest first, in pages and with counts",
  asks: z.object({
    asOf,
    stream: z.string().optional(),
    kind: z.string().optional(),
    actor: z.string().optional(),
    verified: z.string().optional(),
    indicator: z.string().optional().meta({ description: "Only what this indicator reads." }),
    q: z.string().max(500).optional().meta({ description: "Full text over claim, place and actors." }),
    from: isoDay.optional(),
    to: isoDay.optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  replies: observationsReply,
  async answer({ asOf: day, indicator, ...selection }, { world, dayOf, assessedOn }) {
    const known = dayOf(day);
    const ids = indicator === undefined ? undefined : idsReadBy(indicator, await assessedOn(known));
    const found = await searchObservations(world.store, { known }, { ...selection, ids });
    return { ...found, offset: selection.offset, items: found.items.map(({ observation }) => observation) };
  },
});

function idsReadBy(indicator: string, { situation }: Awaited<ReturnType<Desk["assessedOn"]>>): string[] {
  const measured = situation.measured.find((one) => one.indicator.id === indicator);
  if (measured) return measured.matched.map(({ id }) => id);
  throw new Refusal(404, "no-indicator", `The watch has no indicator "${indicator}".`);
}
