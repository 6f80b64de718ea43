import { z } from "zod";
import type { Assessment } from "#model/assessment.ts";
import { bearing, LEVEL_NAMES } from "#model/indicator.ts";
import { STATES } from "#model/scenario.ts";
import { isoDay } from "./asked.ts";
import { warning } from "./warning.ts";

const month = z.string().regex(/^\d{4}-\d{2}$/);
const probability = z.number().min(0).max(1);
const shift = z.strictObject({ id: z.string(), logOdds: z.number() });

export const level = z
  .union([z.literal([0, 1, 2, 3, 4]), z.literal("unknown")])
  .meta({ description: `0 to 4 (${LEVEL_NAMES.join(", ")} unless named otherwise), or unknown.` });

const crossing = z.strictObject({
  p30: probability,
  p90: probability,
  p365: probability,
  p90Low: probability,
  p90High: probability,
  low: isoDay.nullable(),
  median: isoDay.nullable(),
  high: isoDay.nullable(),
  never: probability,
  horizonMonths: z.int(),
});

const scenarioAssessment = z.strictObject({
  id: z.string(),
  name: z.string(),
  p: probability,
  low: probability,
  high: probability,
  words: z.string(),
  clarity: z.enum(["low", "moderate", "high"]),
  observedShare: probability,
  states: z.record(z.enum(STATES), probability),
  counted: z
    .strictObject({
      stories: z.int(),
      building: z.int(),
      critical: z.int(),
      withinMonths: z.int(),
      unseenMonths: z.number(),
      power: probability,
      cases: z.array(shift).exactOptional(),
    })
    .meta({ description: "What the rule of resolution has counted, as known by the day." }),
  crossing,
  easing: z
    .strictObject({ since: month, p90: probability, p365: probability, median: isoDay.nullable() })
    .nullable(),
  gates: z.array(
    z.strictObject({ on: z.string(), epsilon: probability, closed: probability, pIfOpen: probability }),
  ),
  drivers: z.array(
    z.strictObject({
      indicator: z.string(),
      statement: z.string(),
      logOdds: z.number(),
      observations: z.array(shift),
    }),
  ),
  path: z
    .array(z.strictObject({ month, p: probability, low: probability, high: probability, p90: probability }))
    .exactOptional(),
});

const indicatorReading = z.strictObject({
  id: z.string(),
  statement: z.string(),
  scenarios: z.array(z.string()),
  group: z.string(),
  bearings: z.array(bearing),
  level,
  levelName: z.string(),
  value: z.number().nullable(),
  baseline: z.number().nullable(),
  exposure: probability,
  observations: z.array(z.string()),
  history: z.array(z.strictObject({ month, level, value: z.number().nullable() })).exactOptional(),
});

export const assessment: z.ZodType<Assessment> = z
  .strictObject({
    asOf: isoDay,
    watch: z.strictObject({ id: z.string(), name: z.string(), hash: z.string() }),
    illustrative: z.boolean(),
    inputs: z.strictObject({ observations: z.int(), awaitingSource: z.int(), hash: z.string() }),
    method: z.strictObject({
      version: z.string(),
      draws: z.int(),
      effectiveDraws: z.number(),
      temper: z.number(),
      logEvidence: z.number(),
      fittedOn: isoDay
        .nullable()
        .meta({ description: "The day whose knowledge the parameters were fitted to; null: as elicited." }),
    }),
    scenarios: z.array(scenarioAssessment),
    indicators: z.array(indicatorReading),
    warnings: z.array(warning),
    questions: z.array(
      z.strictObject({ id: z.string(), p: probability, low: probability, high: probability }),
    ),
  })
  .meta({ id: "Assessment" });
