import { z } from "zod";
import type { CollectionPlanReply, ExplainReply, OutlookReply, RequirementsReply } from "../contract.ts";
import { isoDay } from "./asked.ts";
import { level } from "./assessment.ts";
import { observation } from "./observation.ts";

export const explainReply: z.ZodType<ExplainReply> = z.strictObject({
  asOf: isoDay,
  scenario: z.string(),
  p: z.number(),
  prior: z.number(),
  contributions: z.array(
    z.strictObject({
      indicator: z.string(),
      statement: z.string(),
      level: z.string(),
      shapley: z.number(),
      leaveOneOut: z.number(),
      observations: z.array(z.strictObject({ logOdds: z.number(), observation })),
    }),
  ),
});

const end = z.strictObject({ value: z.number(), p: z.number() });

export const requirementsReply: z.ZodType<RequirementsReply> = z.strictObject({
  asOf: isoDay,
  scenario: z.string(),
  p90: z.number(),
  reports: z.array(
    z.strictObject({
      indicator: z.string(),
      statement: z.string(),
      level: z.string(),
      chancePresent: z.number(),
      ifPresent: z.number(),
      ifAbsent: z.number(),
      expectedShift: z.number(),
      entropyReduction: z.number(),
    }),
  ),
  assumptions: z.array(
    z.strictObject({
      about: z.literal(["gate", "pace", "reporting"]),
      statement: z.string(),
      low: end,
      high: end,
    }),
  ),
});

export const collectionPlanReply: z.ZodType<CollectionPlanReply> = z.strictObject({
  asOf: isoDay,
  looks: z.array(
    z.strictObject({
      indicator: z.string(),
      statement: z.string(),
      level,
      streams: z.array(z.string()),
      unseen: z.number().meta({ description: "Share of its trailing window at which nobody has looked." }),
      moves: z.array(
        z.strictObject({
          scenario: z.string(),
          p90: z.number(),
          ifAbsent: z.number(),
          ifPresent: z.number(),
          expectedMove: z.number().meta({ description: "Expected absolute change of the probability." }),
        }),
      ),
      worth: z.number().meta({ description: "The widest expected move, times the share unseen." }),
    }),
  ),
  streams: z.array(
    z.strictObject({
      stream: z.string(),
      seenTo: isoDay.nullable(),
      indicators: z.int(),
      unknown: z.int(),
      worth: z.number(),
    }),
  ),
});

const threeStates = z.tuple([z.number(), z.number(), z.number()]);
const oneToTwo = z.literal([1, 2]);
const stateNumber = z.literal([0, 1, 2]);

const scenarioNumbers = z.strictObject({
  prior: threeStates,
  rows: z
    .array(z.number())
    .length(9)
    .meta({ description: "Row-stochastic 3×3 matrix of a month, row-major." }),
  gates: z.array(z.strictObject({ on: z.int(), atLeast: oneToTwo, epsilon: z.number() })),
  influences: z.array(z.strictObject({ from: z.int(), when: stateNumber, oddsUp: z.number() })),
});

export const outlookReply: z.ZodType<OutlookReply> = z.strictObject({
  asOf: isoDay,
  basis: z.strictObject({
    model: z.strictObject({ scenarios: z.array(scenarioNumbers) }),
    months: z.int(),
    evidence: z
      .array(z.number())
      .meta({ description: "Log-likelihoods [month][scenario][state], row-major; 0 where unobserved." }),
    rules: z.array(
      z.strictObject({
        building: z.int(),
        critical: z.int(),
        withinMonths: z.int(),
        kept: z.array(z.int()),
        unseen: z.array(z.number()),
        rates: threeStates,
        dispersion: z.number(),
      }),
    ),
    horizonMonths: z.int(),
  }),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      statement: z.string(),
      level: z.string(),
      tables: z.record(z.string(), z.array(threeStates)),
    }),
  ),
});
