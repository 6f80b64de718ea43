import { z } from "zod";
import { actor } from "#model/actor.ts";
import { indicator } from "#model/indicator.ts";
import { query } from "#model/query.ts";
import { scenario } from "#model/scenario.ts";
import type { WatchReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

query.register(z.globalRegistry, { id: "Query" });

export const watchReply: z.ZodType<WatchReply> = z.strictObject({
  id: z.string(),
  name: z.string(),
  question: z.string(),
  about: z.string(),
  writtenOn: isoDay,
  startDay: isoDay,
  hasTimeline: z.boolean(),
  today: isoDay,
  marking: z.string(),
  blocs: z.record(z.string(), z.strictObject({ name: z.string() })),
  scenarios: z.array(scenario.meta({ id: "Scenario" })),
  indicators: z.array(indicator.meta({ id: "Indicator" })),
  actors: z.array(actor.meta({ id: "Actor" })),
  record: z.array(
    z.strictObject({
      file: z.string(),
      stream: z.string(),
      from: isoDay,
      to: isoDay,
      observations: z.int(),
      awaitingSource: z.int(),
    }),
  ),
  reportingGrowth: z.strictObject({
    factor: z.number(),
    low: z.number(),
    high: z.number(),
    because: z.string(),
  }),
});
