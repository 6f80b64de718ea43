import { z } from "zod";
import type { BehaviourReply, BeltReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

export const catalogueEntry = z.strictObject({
  name: z.string(),
  designator: z.string(),
  owner: z.string(),
  launchedOn: z.string(),
  launchSite: z.string(),
  decayedOn: z.string(),
  catalogue: z.string(),
});

export const behaviourReply: z.ZodType<BehaviourReply> = z.strictObject({
  asOf: isoDay,
  objects: z.array(
    z.strictObject({
      id: z.int(),
      name: z.string(),
      actor: z.string(),
      class: z.string(),
      role: z.enum(["followed", "guarded"]),
      entry: catalogueEntry.nullable(),
    }),
  ),
  behaviour: z.array(
    z.strictObject({
      observation: z.string(),
      kind: z.enum(["approach", "coplanar", "geo_neighbour", "manoeuvre"]),
      who: z.int(),
      whom: z.array(z.int()),
      from: isoDay,
      to: isoDay,
      knownAt: isoDay,
      claim: z.string(),
      measures: z.record(z.string(), z.number()),
      oneWith: z.string().nullable(),
    }),
  ),
});

export const beltReply: z.ZodType<BeltReply> = z.strictObject({
  asOf: isoDay,
  objects: z.array(
    z.strictObject({
      id: z.int(),
      name: z.string(),
      actor: z.string(),
      stays: z.array(
        z.strictObject({
          fromMs: z.number(),
          toMs: z.number(),
          lonDeg: z.number(),
          neighbours: z.array(z.strictObject({ id: z.int(), name: z.string(), minDeg: z.number() })),
        }),
      ),
    }),
  ),
});
