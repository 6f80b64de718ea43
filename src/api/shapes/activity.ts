import { z } from "zod";
import type { ActivityReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const shift = z.strictObject({ shift: z.number(), low: z.number(), high: z.number() });
const value = z.strictObject({
  value: z.string(),
  now: z.int(),
  before: z.int(),
  shift: shift.nullable(),
});

export const activityReply: z.ZodType<ActivityReply> = z.strictObject({
  asOf: isoDay,
  activity: z
    .strictObject({
      asOf: isoDay,
      name: z.string(),
      windowYears: z.int(),
      covers: z.strictObject({ from: isoDay, to: isoDay }).nullable(),
      now: z.int().nullable(),
      before: z.int().nullable(),
      faces: z.array(z.strictObject({ name: z.string(), values: z.array(value), p: z.number().nullable() })),
      cases: z.array(
        z.strictObject({
          on: isoDay,
          id: z.string(),
          claim: z.string(),
          values: z.array(z.array(z.string())),
        }),
      ),
    })
    .nullable(),
});
