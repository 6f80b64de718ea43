import { z } from "zod";
import { USUAL_CREDIBILITY } from "./story-count.ts";
import { day } from "./observation.ts";
import { query } from "./query.ts";

/** Decided by the record: true once so many independent stories of the window are known. */
const byRecord = z.strictObject({
  by: z.literal("record"),
  where: query,
  atLeast: z.int().positive().default(1),
  minCredibility: z.int().min(1).max(6).default(USUAL_CREDIBILITY),
});

/** Decided by a person from a named source, and written down under `answer`. */
const bySource = z.strictObject({
  by: z.literal("source"),
  source: z.string().min(1),
  /** Events that were wanting when the question was registered. */
  atLeast: z.int().positive().default(1),
});

/** What a probability is made from: never from thin air. `counted` says what was counted, and where. */
const basis = z.discriminatedUnion("type", [
  /** So many such events in so many years before the question was registered. */
  z.strictObject({
    type: z.literal("rate"),
    events: z.int().nonnegative(),
    years: z.number().positive(),
    counted: z.string().min(1),
  }),
  /** So many of comparable cases came true. */
  z.strictObject({
    type: z.literal("share"),
    hits: z.int().nonnegative(),
    of: z.int().positive(),
    counted: z.string().min(1),
  }),
]);

export const ANSWERS = ["yes", "no", "void"] as const;

/** A statement about the future that a rule decides, and the base rate its probability is made from. */
export const question = z
  .strictObject({
    id: z.string().regex(/^[\w-]+$/),
    statement: z.string().min(1),
    registeredOn: day,
    /** Events count from this day on; the day of registration unless given. */
    from: day.optional(),
    deadline: day,
    /** Days after the deadline until what happened has become known. */
    lagDays: z.int().nonnegative().default(90),
    resolution: z.discriminatedUnion("by", [byRecord, bySource]),
    basis,
    answer: z.strictObject({ is: z.enum(ANSWERS), on: day, because: z.string().min(1) }).optional(),
  })
  .refine(({ registeredOn, from = registeredOn, deadline }) => registeredOn <= from && from < deadline, {
    error: "expected registeredOn no later than from, and from before deadline",
    path: ["deadline"],
  })
  .refine(({ answer, resolution }) => answer === undefined || resolution.by === "source", {
    error: "expected no answer where the record decides",
    path: ["answer"],
  })
  .refine(({ answer, registeredOn }) => answer === undefined || answer.on > registeredOn, {
    error: "expected a day after the question was registered",
    path: ["answer", "on"],
  });

export type Question = Readonly<z.infer<typeof question>>;

/** What an assessment says of one open question. */
export interface QuestionForecast {
  readonly id: string;
  readonly p: number;
  /** 90 % interval of the base rate behind it. */
  readonly low: number;
  readonly high: number;
}
