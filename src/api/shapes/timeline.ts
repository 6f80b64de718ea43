import { z } from "zod";
import type { TimelineReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const probability = z.number().min(0).max(1);

const unanswered = z
  .strictObject({ problem: z.string(), remedy: z.string() })
  .meta({ description: "Why the question has no answer, and what would be enough for one." });

const share = z.strictObject({ share: probability, low: probability, high: probability });

const period = z.strictObject({
  kind: z.enum(["events", "series"]),
  n: z.int(),
  from: z.number(),
  to: z.number(),
  unit: z.string(),
  band: z.strictObject({ min: z.number(), max: z.number() }),
  frequencies: z.int(),
  simulations: z.int(),
  period: z.number(),
  p: z.record(z.string(), probability).meta({ description: "Of the highest peak in the band, by null." }),
  worstNull: z.string(),
  worstP: probability,
  power: z.array(z.strictObject({ strength: probability, found: probability })),
  finding: z.enum(["shown", "not shown", "shown not to be"]),
  verdict: z.string(),
});

const lead = z.strictObject({
  n: z.int(),
  sides: z.tuple([z.string(), z.string()]),
  alternation: z.strictObject({
    n: z.int(),
    runs: z.int(),
    expected: z.number(),
    z: z.number(),
    pAlternating: probability,
    pPersisting: probability,
    p: probability,
    isExact: z.boolean(),
  }),
  memory: z.strictObject({
    likelihoodRatio: z.number(),
    p: probability,
    gain: z.strictObject({ mean: z.number(), error: z.number() }),
    wins: z.boolean(),
  }),
  index: z.array(share.extend({ time: z.number() })),
  next: z.strictObject({ by: z.enum(["base rate", "who led last"]), shares: z.record(z.string(), share) }),
  verdict: z.string(),
});

export const timelineReply: z.ZodType<TimelineReply> = z.strictObject({
  asOf: isoDay,
  from: isoDay,
  to: isoDay,
  sides: z.tuple([z.string(), z.string()]),
  halfLifeYears: z.number(),
  milestones: z.array(z.strictObject({ id: z.string(), on: isoDay, side: z.string(), claim: z.string() })),
  period: z.union([period, unanswered]),
  lead: z.union([lead, unanswered]),
});
