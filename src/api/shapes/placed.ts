import { z } from "zod";
import { CEILINGS } from "#model/release.ts";
import { day } from "#model/observation.ts";

const count = z.int().nonnegative();

const feature = z.object({
  type: z.literal("Feature"),
  id: z.string(),
  geometry: z.object({ type: z.literal("Point"), coordinates: z.array(z.number()).length(2) }),
  properties: z.object({
    ...{ stream: z.string(), kind: z.string(), claim: z.string() },
    ...{ validFrom: day, validTo: day, precision: z.enum(["day", "month", "year"]), knownAt: day },
    ...{ place: z.string(), actors: z.array(z.string()), grade: z.string() },
    ...{ confidence: z.enum(["high", "medium", "low"]), attribution: z.string().nullable() },
    ...{ verified: z.string(), marking: z.enum(CEILINGS), source: z.string(), url: z.string().nullable() },
  }),
});

export const placedObservationsReply = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(feature),
  withoutCoordinates: count,
  asOf: day,
  ceiling: z.enum(CEILINGS),
  withheld: count,
});
