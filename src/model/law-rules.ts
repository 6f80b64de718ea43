import { z } from "zod";
import { pattern, query } from "./query.ts";

/** What an observation may do to its instrument, in the order in which they are tried. */
export const LEGAL_STEPS = [
  "ended",
  "failed",
  "stalled",
  "suspended",
  "left",
  "in-force",
  "adopted",
  "backed",
  "under-way",
  "proposed",
] as const;

export type LegalStep = (typeof LEGAL_STEPS)[number];

/** Which observations tell of the law, which of their fields say what, and what they do to an instrument. */
export const lawRules = z.strictObject({
  where: query,
  /** The attributes that name an instrument, its subject, the body it is before, and its tenor. */
  fields: z.strictObject({
    instrument: z.string().min(1),
    subject: z.string().min(1),
    body: z.string().min(1).optional(),
    direction: z.string().min(1).optional(),
  }),
  steps: z.strictObject({
    ended: query.optional(),
    failed: query.optional(),
    stalled: query.optional(),
    suspended: query.optional(),
    /** A party leaves, and the instrument stands for the others. */
    left: query.optional(),
    "in-force": query.optional(),
    adopted: query.optional(),
    /** A committee passes it on to whoever decides. */
    backed: query.optional(),
    "under-way": query.optional(),
    proposed: query.optional(),
  } satisfies Record<LegalStep, z.ZodType>),
  /** What was adopted and is in force, where no observation tells of the day it came to be. */
  inForce: query.optional(),
  /** What shows that an instrument binds its parties, that it is meant to lead to one that does, that it binds at home. */
  force: z.strictObject({ binding: query, towards: query.optional(), domestic: query.optional() }),
  votes: z
    .strictObject({
      where: query,
      /** The measures that count the votes. */
      yes: z.string().min(1),
      no: z.string().min(1),
      abstain: z.string().min(1),
      /** The attribute that says in words how it was taken. */
      told: z.string().min(1).optional(),
    })
    .optional(),
  /** Votes state by state, by words in the title of the text, and the states whose votes are compared. */
  rollCalls: z.strictObject({ title: pattern, states: z.array(z.string()).min(2) }).optional(),
  /** Two blocs of the watch whose texts may rival. */
  sides: z.tuple([z.string(), z.string()]).refine(([a, b]) => a !== b, { error: "expected two blocs" }),
  /** Words in the field of the instrument that stand for several texts: each is then told by what is linked to it. */
  severalUnder: z.array(z.string()).default([]),
  /** How instruments and subjects are called where the field holds a short form. */
  names: z.record(z.string(), z.string()).default({}),
});

export type LawRules = Readonly<z.infer<typeof lawRules>>;
