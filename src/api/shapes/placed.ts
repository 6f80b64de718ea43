import { z } from "zod";
import { CEILINGS } from "#model/release.ts";
import { day } from "#model/observation.ts";

const count = z.int().nonnegative();

const feature = z.object({
  type: z.literal("Feature"),
  id: z.string(),
  geometry: z.object({ type: z.literal("Point"), coordinates: z.array(z.number()).length(2) }),
  /** The columns of a record file, and the stream. */
  properties: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const placedObservationsReply = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(feature),
  withoutCoordinates: count,
  asOf: day,
  ceiling: z.enum(CEILINGS),
  withheld: count,
});
