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

const teller = z
  .strictObject({
    observation,
    under: z.string().nullable().meta({ description: "The id of the teller it stands below." }),
    relation: z.enum(["copy", "origin"]).nullable(),
    because: z.string(),
    interest: z.string().nullable(),
  })
  .meta({ id: "Teller" });

const story = z.strictObject({
  here: z.string(),
  components: z
    .array(z.array(teller))
    .meta({ description: "Independent of each other; in each the tellers from the top down." }),
  confirming: z.int(),
  against: z.array(z.strictObject({ observation, contradicts: z.string() })),
  contradicting: z.int(),
  versions: z.array(observation),
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
    before: z.string(),
    after: z.string(),
    characters: z.int(),
  }),
  gloss: z.strictObject({ text: z.string(), model: z.string(), at: z.iso.datetime() }).nullable(),
  story,
  indicators: z.array(z.string()),
});
