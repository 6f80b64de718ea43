import { z } from "zod";
import { LEGAL_STEPS } from "#model/law-rules.ts";
import type { LawReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const ids = z.array(z.string());
const step = z.enum([...LEGAL_STEPS, "told"]);

const thread = z.strictObject({
  id: z.string(),
  name: z.string(),
  subject: z.string(),
  body: z.string(),
  directions: ids,
  force: z.enum(["binding", "towards", "domestic", "none"]),
  standing: step,
  to: isoDay.nullable(),
  moves: z.array(
    z.strictObject({
      observation: z.string(),
      on: isoDay,
      precision: z.enum(["day", "month", "year"]),
      step,
      claim: z.string(),
      actors: ids,
    }),
  ),
});

const vote = z.strictObject({
  observation: z.string(),
  on: isoDay,
  instrument: z.string(),
  subject: z.string(),
  body: z.string(),
  direction: z.string(),
  claim: z.string(),
  named: ids,
  sides: ids,
  told: z.string(),
  counts: z
    .strictObject({ yes: z.number(), no: z.number(), abstain: z.number() })
    .nullable()
    .meta({ description: "Null where the record does not hold them." }),
  inFavour: z.number().min(0).max(1).nullable(),
});

const mark = z.strictObject({ thread: z.string(), observation: z.string(), on: isoDay }).nullable();

export const lawReply: z.ZodType<LawReply> = z.strictObject({
  asOf: isoDay,
  law: z
    .strictObject({
      covers: z.strictObject({ from: isoDay, to: isoDay }).nullable(),
      sides: z.tuple([z.string(), z.string()]),
      names: z.record(z.string(), z.string()),
      threads: z.array(thread),
      votes: z.array(vote),
      years: z.array(
        z.strictObject({
          year: z.int(),
          made: ids,
          unmade: ids,
          deadlocked: ids,
          covered: z.enum(["whole", "part", "none"]),
        }),
      ),
      subjects: z.array(
        z.strictObject({
          subject: z.string(),
          instruments: z.int(),
          inForce: z.int(),
          lastMade: mark,
          lastTowards: mark,
        }),
      ),
      together: z.array(z.strictObject({ states: z.tuple([z.string(), z.string()]), threads: ids })),
      rollCalls: z.array(
        z.strictObject({
          symbol: z.string(),
          title: z.string(),
          on: isoDay,
          url: z.string(),
          said: z.record(z.string(), z.enum(["yes", "no", "abstained"])),
        }),
      ),
      agreements: z.array(
        z.strictObject({
          states: z.tuple([z.string(), z.string()]),
          votes: z.int(),
          alike: z.int(),
          low: z.number(),
          high: z.number(),
        }),
      ),
      indicators: z.array(
        z.strictObject({
          id: z.string(),
          statement: z.string(),
          scenarios: ids,
          level: z.union([z.literal([0, 1, 2, 3, 4]), z.literal("unknown")]),
          levelName: z.string(),
        }),
      ),
      scenarios: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          p: z.number(),
          low: z.number(),
          high: z.number(),
          words: z.string(),
        }),
      ),
    })
    .nullable(),
});
