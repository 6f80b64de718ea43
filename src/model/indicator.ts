import { z } from "zod";
import { query } from "./query.ts";

/** What an indicator reads from the observations. */
export const measure = z.discriminatedUnion("type", [
  /** Independent stories in the trailing window, each weighted by its credibility (and by `of`, a measure, where given). */
  z.strictObject({
    type: z.literal("count"),
    where: query,
    of: z.string().optional(),
    scale: z.enum(["linear", "log"]).default("linear"),
  }),
  /** The highest tier reached by an observation in the trailing window. */
  z.strictObject({
    type: z.literal("tier"),
    tiers: z.array(z.strictObject({ level: z.int().min(1).max(4), where: query })).min(1),
  }),
  /** Stories that meet `where` as a share of those that meet `among`. */
  z.strictObject({ type: z.literal("share"), where: query, among: query }),
  /**
   * How far the share of `where` among `among` in the trailing window has moved above that before it, by the lower
   * end of its 90 % interval. Display only, as it reads the same stories as other measures.
   */
  z.strictObject({ type: z.literal("lead"), where: query, among: query }),
  /** Daily rate in the trailing window as a multiple of the rate in the baseline before it. */
  z.strictObject({
    type: z.literal("rate"),
    where: query,
    of: z.string().optional(),
    baselineDays: z.int().positive(),
  }),
  /** The mean level of another scenario's indicators, that many months ago. Display only: the gate carries the evidence. */
  z.strictObject({
    type: z.literal("lag"),
    scenario: z.string(),
    fromMonths: z.int().nonnegative(),
    toMonths: z.int().positive(),
  }),
]);

/** How much the indicator says about one scenario, as likelihood ratios over one full window. */
export const bearing = z.strictObject({
  scenario: z.string(),
  /** At level 3: critical against building, its nearest rival. */
  present: z.number().positive(),
  /** At level 0 with the collectors working: critical against dormant. */
  absent: z.number().positive(),
});

export const indicator = z.strictObject({
  id: z.string().regex(/^[\w-]+$/),
  statement: z.string().min(1),
  measure,
  windowDays: z.int().positive(),
  halfLifeDays: z.int().positive(),
  /** Lower bounds of levels 1 to 4, ascending; for tiers they are 1, 2, 3, 4. */
  levels: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .refine((t) => t.every((x, i) => i === 0 || x > t[i - 1]!), {
      error: "expected four ascending lower bounds",
    }),
  levelNames: z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]).optional(),
  /** A level is left only when the value falls this share below the bound that opened it. */
  hysteresis: z.number().min(0).max(0.9).default(0.15),
  direction: z.enum(["up", "down", "either"]),
  bearings: z.array(bearing),
  /** Indicators that tend to move together; a group carries the evidence of one. */
  group: z.string(),
  dispersion: z.number().positive().default(2),
  baseRate: z.string(),
  reasoning: z.string(),
  confidence: z.string(),
});

export type Measure = Readonly<z.infer<typeof measure>>;
export type Bearing = Readonly<z.infer<typeof bearing>>;
export type Indicator = Readonly<z.infer<typeof indicator>>;

/** 0 to 4, or unknown: the collectors that would have seen it were not working. */
export type Level = 0 | 1 | 2 | 3 | 4 | "unknown";

export const LEVEL_NAMES = ["quiet", "low", "moderate", "high", "extreme"] as const;
