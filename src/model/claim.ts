import { z } from "zod";
import { day } from "./observation.ts";

export const CLAIM_STATUSES = ["yes", "no", "partly", "open", "void"] as const;

const probability = z.number().min(0).max(1);

/** What a word of likelihood is taken to mean; the bounds are other readings that can be defended. */
const wordMeaning = z
  .strictObject({ p: probability, low: probability, high: probability })
  .refine(({ p, low, high }) => low <= p && p <= high, { error: "expected low ≤ p ≤ high" });

/** One statement of the forecaster in our own wording, with the word of likelihood it used. */
const claim = z
  .strictObject({
    id: z.string().regex(/^[\w-]+$/),
    statement: z.string().min(1),
    word: z.string().min(1),
    status: z.enum(CLAIM_STATUSES),
    /** The day on which what decided it had become known. */
    decidedOn: day.optional(),
    because: z.string().min(1),
    /** Observations of the record. */
    evidence: z.array(z.string()).default([]),
    /** What else it rests on. */
    sources: z.array(z.string()).default([]),
  })
  .refine(({ status, decidedOn }) => (status === "open") === (decidedOn === undefined), {
    error: "expected a day for every claim that is not open, and none for an open one",
    path: ["decidedOn"],
  })
  .refine(({ status, evidence, sources }) => status === "open" || evidence.length + sources.length > 0, {
    error: "expected evidence or sources for a claim that is not open",
    path: ["evidence"],
  });

/** What somebody else forecast about the same subject, to be scored beside this watch. */
export const claims = z
  .strictObject({
    forecaster: z.string().min(1),
    madeOn: day,
    words: z.record(z.string(), wordMeaning),
    claims: z.array(claim).min(1),
  })
  .superRefine(({ words, claims: list }, context) => {
    list.forEach(({ word }, i) => {
      if (Object.hasOwn(words, word)) return;
      const message = `expected one of ${Object.keys(words).join(", ")}`;
      context.addIssue({ code: "custom", path: ["claims", i, "word"], message });
    });
  });

export type Claims = Readonly<z.infer<typeof claims>>;
export type Claim = Claims["claims"][number];
