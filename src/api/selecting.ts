import { z } from "zod";
import type { searchObservations } from "#store/index.ts";
import type { Desk } from "./desk.ts";
import { Refusal } from "./refusal.ts";
import { asOf, isoDay } from "./shapes/asked.ts";

/** The facets by which observations are selected. */
export const asksSelection = z.object({
  asOf,
  stream: z.string().optional(),
  kind: z.string().optional(),
  actor: z.string().optional(),
  verified: z.string().optional(),
  indicator: z.string().optional().meta({ description: "Only what this indicator reads." }),
  q: z.string().max(500).optional().meta({ description: "Full text over claim, place and actors." }),
  from: isoDay.optional(),
  to: isoDay.optional(),
});

type Selection = Omit<Parameters<typeof searchObservations>[2], "limit" | "offset">;

/** What the store is asked for; Refusal where the watch has no such indicator. */
export async function selectionOf(
  { asOf: day, indicator, ...facets }: z.infer<typeof asksSelection>,
  { dayOf, assessedOn }: Desk,
): Promise<{ known: string; selection: Selection }> {
  const known = dayOf(day);
  const ids = indicator === undefined ? undefined : idsReadBy(indicator, await assessedOn(known));
  return { known, selection: { ...facets, ids } };
}

function idsReadBy(indicator: string, { situation }: Awaited<ReturnType<Desk["assessedOn"]>>): string[] {
  const measured = situation.measured.find((one) => one.indicator.id === indicator);
  if (measured) return measured.matched.map(({ id }) => id);
  throw new Refusal(404, "no-indicator", `The watch has no indicator "${indicator}".`);
}
