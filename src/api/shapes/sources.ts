import { z } from "zod";
import type { SourcesReply } from "../contract.ts";

const time = z.iso.datetime();

const source = z
  .strictObject({
    source: z.string(),
    summary: z.string(),
    url: z.string(),
    kind: z.string(),
    language: z.string(),
    country: z.string(),
    licence: z.string(),
    stateControlled: z.boolean(),
    grade: z.strictObject({ letter: z.enum(["A", "B", "C", "D", "E", "F"]), reason: z.string() }).nullable(),
    whyNot: z.string().nullable(),
    isOn: z.boolean(),
    firstTry: time.nullable(),
    lastTry: time.nullable(),
    lastSuccess: time.nullable(),
    lastError: z.string().nullable(),
    nextAllowed: time.nullable(),
    gaps: z.array(z.strictObject({ from: time, to: time.nullable() })),
    documents: z.int(),
    latestDocument: time.nullable(),
  })
  .meta({ id: "NetworkSource" });

export const sourcesReply: z.ZodType<SourcesReply> = z.strictObject({
  at: time,
  isOnline: z.boolean(),
  sources: z.array(source),
});
