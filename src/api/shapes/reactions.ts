import { z } from "zod";
import type { ReactionsReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const end = z.number().nullable();
const p = z.number().min(0).max(1);

const direction = z.strictObject({
  from: z.string(),
  to: z.string(),
  excitation: z.number(),
  low: end,
  high: end,
  p,
  controlledExcitation: z.number(),
  controlledP: p,
  verdict: z.enum(["shown", "driver", "small", "cannot-tell"]),
});

export const reactionsReply: z.ZodType<ReactionsReply> = z.strictObject({
  asOf: isoDay,
  reactions: z.array(
    z.strictObject({
      name: z.string(),
      between: z.tuple([z.string(), z.string()]),
      from: isoDay,
      to: isoDay,
      events: z.array(
        z.strictObject({ observation: z.string(), on: isoDay, bloc: z.string(), claim: z.string() }),
      ),
      refused: z.string().nullable(),
      analysis: z
        .strictObject({
          directions: z.array(direction),
          delayDays: z.number(),
          delayLow: end,
          delayHigh: end,
          spectralRadius: z.number(),
          slowerThanDays: end,
          fits: z.array(z.strictObject({ bloc: z.string(), p, events: z.int() })),
        })
        .nullable(),
    }),
  ),
});
