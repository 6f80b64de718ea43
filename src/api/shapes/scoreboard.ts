import { z } from "zod";
import { CLAIM_STATUSES } from "#model/claim.ts";
import type { ScoreboardReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const probability = z.number().min(0).max(1);
const bound = z.number().nullable();
const bounds = z.strictObject({ low: bound, high: bound });

const skill = z.strictObject({
  value: bound,
  low: bound,
  high: bound,
  isClaimed: z.boolean(),
  verdict: z.string(),
  questionsWanted: z.int().nullable(),
});

const scores = z
  .strictObject({
    n: z.int(),
    questions: z.int(),
    effectiveN: z.number(),
    baseRate: probability,
    brier: z.number(),
    log: z.number(),
    logClip: z.number(),
    reliability: z.number(),
    resolution: z.number(),
    uncertainty: z.number(),
    withinBinVariance: z.number(),
    withinBinCovariance: z.number(),
    identity: z.string(),
    remainder: z.number(),
    auc: bound,
    corp: z.strictObject({
      miscalibration: z.number(),
      discrimination: z.number(),
      curve: z.array(
        z.strictObject({ from: probability, to: probability, n: z.int(), frequency: probability }),
      ),
    }),
    intervals: z.strictObject({ level: z.number(), brier: bounds, log: bounds }),
    skill: z.strictObject({ baseRate: skill, reference: skill.exactOptional() }),
    bins: z.array(
      z.strictObject({
        from: probability,
        to: probability,
        n: z.int(),
        questions: z.int(),
        meanP: probability,
        frequency: probability,
        low: probability,
        high: probability,
      }),
    ),
    decided: z.int(),
  })
  .meta({ id: "Scores" });

const rate = z.strictObject({
  events: z.int(),
  exposure: z.number(),
  rate: z.number(),
  low: z.number(),
  high: z.number(),
});

const trackRecord = z
  .strictObject({
    assessments: z.int(),
    first: isoDay.nullable(),
    last: isoDay.nullable(),
    horizons: z.array(
      z.strictObject({
        horizonDays: z.literal([0, 30, 90, 365]),
        resolved: z.int(),
        open: z.int(),
        void: z.int(),
        scores: scores.nullable(),
        onsets: scores.nullable(),
      }),
    ),
    states: z.strictObject({ n: z.int(), rps: z.number(), baseRateRps: z.number() }).nullable(),
    warnings: z.strictObject({
      alarms: z.array(
        z.strictObject({
          scenario: z.string(),
          from: isoDay,
          to: isoDay,
          verdict: z.enum(["right", "late", "false", "lasted", "ended", "open", "void"]),
          leadDays: z.int().nullable(),
          criticalSince: isoDay.nullable(),
        }),
      ),
      onsets: z.array(
        z.strictObject({
          scenario: z.string(),
          on: isoDay,
          warnedOn: isoDay.nullable(),
          leadDays: z.int().nullable(),
        }),
      ),
      medianLeadDays: z.number().nullable(),
      falseAlarms: rate.nullable(),
      misses: rate.nullable(),
    }),
  })
  .meta({ id: "TrackRecord" });

const forecast = z.strictObject({
  asOf: isoDay,
  id: z.string(),
  p: probability,
  low: probability,
  high: probability,
});

const questions = z.strictObject({
  questions: z.array(
    z.strictObject({
      id: z.string(),
      statement: z.string(),
      registeredOn: isoDay,
      deadline: isoDay,
      decides: z.string(),
      basis: z.string(),
      first: forecast.nullable(),
      latest: forecast.nullable(),
      resolution: z.discriminatedUnion("status", [
        z.strictObject({ status: z.literal("open"), due: isoDay }),
        z.strictObject({ status: z.literal("resolved"), outcome: z.literal([0, 1]) }),
        z.strictObject({ status: z.literal("void") }),
      ]),
    }),
  ),
  counts: z.strictObject({ resolved: z.int(), open: z.int(), void: z.int() }),
  scores: scores.nullable(),
});

const claims = z.strictObject({
  forecaster: z.string(),
  madeOn: isoDay,
  claims: z.array(
    z.strictObject({
      id: z.string(),
      statement: z.string(),
      word: z.string(),
      p: probability,
      standing: z.enum([...CLAIM_STATUSES, "early"]),
      decidedOn: isoDay.nullable(),
      because: z.string(),
      evidence: z.array(z.string()),
      sources: z.array(z.string()),
    }),
  ),
  counts: z.strictObject({ scored: z.int(), open: z.int(), void: z.int(), early: z.int() }),
  scores: scores.nullable(),
  brierRange: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
});

export const scoreboardReply: z.ZodType<ScoreboardReply> = z.strictObject({
  asOf: isoDay,
  watch: z.strictObject({ id: z.string(), name: z.string(), writtenOn: isoDay }),
  ledger: z.strictObject({ entries: z.int(), head: z.string(), live: z.int(), notScored: z.int() }),
  live: trackRecord,
  illustrative: trackRecord,
  questions,
  claims: claims.nullable(),
});
