import { z } from "zod";
import { estate, PART_KINDS } from "#model/estate.ts";
import { threats } from "#model/threat.ts";
import type { ExposureReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const ids = z.array(z.string());

const sighting = z.strictObject({ on: isoDay, id: z.string(), claim: z.string() });

const recent = z.strictObject({
  from: isoDay,
  to: isoDay,
  count: z.int(),
  perYear: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }),
});

const threatSeen = z.strictObject({
  id: z.string(),
  name: z.string(),
  statement: z.string(),
  techniques: ids,
  harms: z.array(z.enum(["availability", "integrity", "confidentiality"])),
  strikes: z.array(z.enum(PART_KINDS)),
  through: z.enum(["part", "supplier"]),
  safeguards: ids,
  sightings: z.array(sighting),
  recent: recent.nullable(),
});

const exposure = z.strictObject({
  services: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      cuts: z.array(z.strictObject({ parts: ids, suppliers: ids, countries: ids })),
    }),
  ),
  suppliers: z.array(
    z.strictObject({ id: z.string(), parts: ids, stops: ids, doneTo: z.array(sighting).nullable() }),
  ),
  threats: z.array(
    z.strictObject({
      id: z.string(),
      parts: z.array(
        z.strictObject({
          part: z.string(),
          inPlace: ids.nullable(),
          missing: ids,
          together: ids,
          atStake: ids,
        }),
      ),
    }),
  ),
  open: z.array(
    z.strictObject({ threat: z.string(), part: z.string(), isSaid: z.boolean(), oneOf: ids, atStake: ids }),
  ),
  safeguards: z.array(z.strictObject({ id: z.string(), parts: ids, threats: ids, atStake: ids })),
});

export const exposureReply: z.ZodType<ExposureReply> = z.strictObject({
  asOf: isoDay,
  exposure: z
    .strictObject({
      catalogue: threats.shape.catalogue,
      safeguards: threats.shape.safeguards,
      threats: z.array(threatSeen),
      estate: z.strictObject({ told: estate, exposure }).nullable(),
    })
    .nullable(),
});
