import { z } from "zod";
import type { AlignmentReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const chance = z.strictObject({ id: z.string(), p: z.number(), low: z.number(), high: z.number() });

const hazard = z.strictObject({
  joined: z.int(),
  atRisk: z.int(),
  events: z.int(),
  coefficients: z.array(
    z.strictObject({ name: z.string(), value: z.number(), low: z.number(), high: z.number() }),
  ),
  weightOfConstant: z.number(),
  outOfSample: z
    .strictObject({
      origins: z.int(),
      events: z.int(),
      gain: z.number(),
      low: z.number(),
      high: z.number(),
      isBetter: z.boolean(),
    })
    .nullable(),
  constant: chance,
  unnamed: z.int(),
  next: z.array(chance.extend({ already: z.number() })),
});

export const alignmentReply: z.ZodType<AlignmentReply> = z.strictObject({
  asOf: isoDay,
  alignment: z
    .strictObject({
      watchedTo: isoDay,
      regions: z.record(z.string(), z.record(z.string(), z.string())),
      frameworks: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          bloc: z.string(),
          members: z.array(z.strictObject({ state: z.string(), on: isoDay, observation: z.string() })),
          numbered: z
            .strictObject({ upTo: z.int(), on: isoDay, observation: z.string(), unnamed: z.int() })
            .nullable(),
          hazard: hazard.nullable(),
          refused: z.string().nullable(),
        }),
      ),
      dual: z.array(z.string()),
    })
    .nullable(),
});
