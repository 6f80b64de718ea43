import { z } from "zod";
import { observation as modelObservation } from "#model/observation.ts";
import type { ObservationReply, ObservationsReply } from "../contract.ts";

export const observation = modelObservation.meta({ id: "Observation" });

const counts = z.record(z.string(), z.int());

export const observationsReply: z.ZodType<ObservationsReply> = z.strictObject({
  total: z.int(),
  offset: z.int(),
  items: z.array(observation),
  facets: z.strictObject({ stream: counts, kind: counts, actor: counts, verified: counts, year: counts }),
});

export const observationReply: z.ZodType<ObservationReply> = z.strictObject({
  observation,
  recordedAt: z.iso.datetime(),
  evidence: z.strictObject({
    capture: z.string(),
    source: z.string(),
    url: z.string(),
    fetchedAt: z.iso.datetime(),
    text: z.string(),
    header: z.string().nullable(),
  }),
  related: z.array(z.strictObject({ relation: z.string(), observation })),
  indicators: z.array(z.string()),
});
