import { z } from "zod";
import type { ApproachesReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const moment = z.iso.datetime();

export const approachesReply: z.ZodType<ApproachesReply> = z.strictObject({
  asOf: isoDay,
  from: moment,
  to: moment,
  withinKm: z.number(),
  screened: z.int(),
  approaches: z.array(
    z.strictObject({
      id1: z.int(),
      id2: z.int(),
      kind: z.enum(["approach", "proximity"]),
      tca: moment,
      missKm: z.number(),
      relKmS: z.number(),
      from: moment,
      to: moment,
      age1Days: z.number(),
      age2Days: z.number(),
    }),
  ),
  unknown: z.array(z.int()),
  lost: z.array(z.strictObject({ id: z.int(), from: moment, reason: z.string() })),
});
