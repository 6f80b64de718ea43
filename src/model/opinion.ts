import { z } from "zod";
import { day, MARKINGS } from "./observation.ts";

/** What a machine outside can be asked about a sentence: what happens in it, which words a dictionary lacks, what it says in another language. */
export const OPINION_KINDS = ["sentence", "dictionary", "gloss"] as const;

export type OpinionKind = (typeof OPINION_KINDS)[number];

/** A short text that nothing acts on. */
const said = z.string().max(2000);

/** What was answered; in each all words that are said to be the sentence's stand in it, letter by letter. */
export const opinionAnswer = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("sentence"),
    events: z.array(z.strictObject({ source: said, target: said, root: z.string(), trigger: said })),
  }),
  z.strictObject({
    kind: z.literal("dictionary"),
    proposals: z.array(z.strictObject({ words: said, as: z.enum(["actor", "event"]), meaning: said })),
  }),
  z.strictObject({ kind: z.literal("gloss"), gloss: said }),
]);

export type OpinionAnswer = Readonly<z.infer<typeof opinionAnswer>>;

/** The sentence that was asked about, and whose it is. */
export const askedSentence = z.strictObject({
  text: z.string(),
  /** ISO 639-1; empty where it is not known. */
  language: z.string(),
  /** SHA-256 of the page as text, and the sentence's place in it. */
  capture: z.string(),
  from: z.int().nonnegative(),
  to: z.int().positive(),
  url: z.string(),
  source: z.string(),
  reliability: z.enum(["A", "B", "C", "D", "E", "F"]),
  marking: z.enum(MARKINGS),
  knownAt: day,
});

export type AskedSentence = Readonly<z.infer<typeof askedSentence>>;

/**
 * What a machine outside said of a sentence, or why that was refused. It is no observation and no source: nothing that
 * is counted, graded or judged reads it.
 */
export const opinion = z.strictObject({
  /** SHA-256 of the model's name and of all that it was asked: one question is asked once. */
  id: z.string(),
  kind: z.enum(OPINION_KINDS),
  model: z.string(),
  sentence: askedSentence,
  /** Null where the answer was refused. */
  answer: opinionAnswer.nullable(),
  refused: z.string().nullable(),
  at: z.iso.datetime(),
});

export type Opinion = Readonly<z.infer<typeof opinion>>;
