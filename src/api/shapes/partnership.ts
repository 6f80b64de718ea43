import { z } from "zod";
import type { PartnershipReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const tally = z.strictObject({ cooperation: z.int(), divergence: z.int() });
const seen = z.strictObject({ on: isoDay, id: z.string(), claim: z.string() });

export const partnershipReply: z.ZodType<PartnershipReply> = z.strictObject({
  asOf: isoDay,
  partnership: z
    .strictObject({
      asOf: isoDay,
      between: z.tuple([z.string(), z.string()]),
      windowYears: z.int(),
      covers: z.strictObject({ from: isoDay, to: isoDay }).nullable(),
      path: z.array(tally.extend({ on: isoDay, share: z.number(), low: z.number(), high: z.number() })),
      shift: z.strictObject({ shift: z.number(), low: z.number(), high: z.number() }).nullable(),
      strands: z.array(z.strictObject({ strand: z.string(), now: tally, before: tally })),
      rungs: z.array(z.strictObject({ statement: z.string(), seen: z.array(seen) })),
      events: z.array(seen.extend({ polarity: z.enum(["cooperation", "divergence"]), strand: z.string() })),
    })
    .nullable(),
});
