import { z } from "zod";
import type { SourcesLedgerReply, SourcesReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const time = z.iso.datetime();

const letter = z.enum(["A", "B", "C", "D", "E", "F"]);

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
    grade: z.strictObject({ letter, reason: z.string() }).nullable(),
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
  work: z
    .strictObject({
      workers: z.int(),
      waiting: z.int(),
      waitingSince: time.nullable(),
      resting: z.int(),
      underWay: z.int(),
      failed: z.array(z.strictObject({ job: z.string(), at: time, reason: z.string() })),
    })
    .nullable()
    .meta({ description: "The work that workers share; null where one process does it all." }),
  sources: z.array(source),
});

export const sourcesLedgerReply: z.ZodType<SourcesLedgerReply> = z.strictObject({
  asOf: isoDay,
  sources: z.array(
    z
      .strictObject({
        source: z.string(),
        letter,
        reason: z.string(),
        confirmed: z.int(),
        refuted: z.int(),
        open: z.int(),
        decided: z.array(
          z.strictObject({
            source: z.string(),
            id: z.string(),
            madeOn: isoDay,
            outcome: z.strictObject({
              was: z.enum(["confirmed", "refuted"]),
              knownOn: isoDay,
              by: z.string().meta({ description: "The observation that showed it." }),
            }),
          }),
        ),
        holds: z.strictObject({ mean: z.number(), low: z.number(), high: z.number() }).nullable(),
      })
      .meta({ id: "SourceRecord" }),
  ),
});
