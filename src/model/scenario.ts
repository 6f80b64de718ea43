import { z } from "zod";
import { USUAL_CREDIBILITY } from "./story-count.ts";
import { query } from "./query.ts";

export const STATES = ["dormant", "building", "critical"] as const;
export type State = (typeof STATES)[number];
export const state = z.enum(STATES);

/** While the parent stands below `atLeast`, upward moves keep only the share ε of their probability. */
export const gate = z.strictObject({
  on: z.string(),
  atLeast: state,
  /** ε ~ Beta(mean · strength, (1 − mean) · strength). */
  epsilon: z.strictObject({ mean: z.number().gt(0).lt(1), strength: z.number().positive() }),
  because: z.string(),
});

/** While `from` stands in `when`, the odds of moving up are multiplied by `oddsUp`. */
export const influence = z.strictObject({
  from: z.string(),
  when: state,
  oddsUp: z.number().positive(),
  because: z.string(),
});

/** Decides, after a reporting lag, in which state a scenario was: the highest state whose rule holds. */
export const resolution = z
  .strictObject({
    lagDays: z.int().nonnegative().default(90),
    withinMonths: z.int().positive(),
    where: query,
    minCredibility: z.int().min(1).max(6).default(USUAL_CREDIBILITY),
    building: z.int().positive(),
    critical: z.int().positive(),
  })
  .refine((rule) => rule.building <= rule.critical, {
    error: "expected building to be no more than critical",
  });

export const scenario = z.strictObject({
  id: z.string().regex(/^[\w-]+$/),
  name: z.string().min(1),
  statement: z.string().min(1),
  /** What the word "critical" means here, in a sentence. */
  criticalPoint: z.string().min(1),
  prior: z
    .strictObject({ dormant: z.number().min(0), building: z.number().min(0), critical: z.number().min(0) })
    .refine((p) => Math.abs(p.dormant + p.building + p.critical - 1) < 1e-9, {
      error: "expected three probabilities that sum to 1",
    }),
  /** Expected months in each state before leaving it. */
  dwellMonths: z.strictObject({
    dormant: z.number().gt(1),
    building: z.number().gt(1),
    critical: z.number().gt(1),
  }),
  /** Share of departures from building that go up. */
  upShare: z.number().gt(0).lt(1),
  /** Equivalent number of observed months behind each transition row. */
  rowStrength: z.number().positive().default(60),
  gates: z.array(gate).default([]),
  influences: z.array(influence).default([]),
  horizonMonths: z.int().positive().max(240),
  resolution,
});

export type Scenario = Readonly<z.infer<typeof scenario>>;
