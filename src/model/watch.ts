import { z } from "zod";
import type { Actor } from "./actor.ts";
import type { Claims } from "./claim.ts";
import type { Imager } from "./imager.ts";
import type { Indicator } from "./indicator.ts";
import { lawRules } from "./law-rules.ts";
import { day, MARKINGS } from "./observation.ts";
import type { Question } from "./question.ts";
import { activityRules } from "./activity.ts";
import { partnershipRules } from "./partnership.ts";
import type { ReportRule } from "./report-rule.ts";
import { query } from "./query.ts";
import type { Scenario } from "./scenario.ts";
import type { Site } from "./site.ts";
import type { Source } from "./source.ts";
import type { WatchedObject } from "./watched-object.ts";
import type { Threats } from "./threat.ts";
import { timelineRules } from "./timeline.ts";

/** A record file of the watch: a stream of dated observations and the span it can vouch for. */
export const recordFile = z.strictObject({
  file: z.string().regex(/^record\/[\w-]+\.csv$/, "expected record/NAME.csv"),
  stream: z.string().min(1),
  /** Days outside the span are unobserved, not quiet. */
  covers: z
    .strictObject({ from: day, to: day })
    .refine((span) => span.from <= span.to, { error: "expected from to be no later than to" }),
});

/** Frameworks that states may join, one, several or none, and all the states that could, by region. */
const alignment = z.strictObject({
  frameworks: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        name: z.string().min(1),
        bloc: z.string(),
        joins: query,
        /** The attribute that numbers an accession, where rows do. */
        numberedBy: z.string().min(1).optional(),
      }),
    )
    .min(1),
  /** States by id and name, in groups of neighbours: all of them are at risk of joining. */
  regions: z.record(z.string(), z.record(z.string(), z.string())),
});

/** Events whose order is asked for signs that one bloc's bring on the other's. */
const reaction = z.strictObject({
  name: z.string().min(1),
  between: z.tuple([z.string(), z.string()]),
  events: query,
  from: day,
  to: day,
});

export type Reaction = Readonly<z.infer<typeof reaction>>;

/** The head of a watch, `watch.yaml`. */
export const watchHead = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case letters, digits and -"),
  name: z.string().min(1),
  question: z.string().min(1),
  about: z.string().min(1),
  language: z.enum(["en", "ru", "zh"]).default("en"),
  /** The day the scenarios, indicators and rules were written: earlier replays are illustrative. */
  writtenOn: day,
  /** First month of the filter. */
  startMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "expected a month such as 2010-01"),
  marking: z.enum(MARKINGS).default("TLP:CLEAR"),
  /** How many times more is reported in `to` than in `from` for the same amount of events. */
  reportingGrowth: z
    .strictObject({
      from: day,
      to: day,
      factor: z.number().min(1),
      low: z.number().min(1),
      high: z.number().min(1),
      because: z.string(),
    })
    .refine((g) => g.from < g.to && g.low <= g.factor && g.factor <= g.high, {
      error: "expected from before to, and low ≤ factor ≤ high",
    }),
  /** Whether parameters are learned at every year's end from what was known then, or stay as they were elicited. */
  parameters: z.enum(["elicited", "fitted"]).default("elicited"),
  /** Probability that a claim of each Admiralty credibility number is true. */
  credibility: z.strictObject({
    1: z.number().min(0).max(1),
    2: z.number().min(0).max(1),
    3: z.number().min(0).max(1),
    4: z.number().min(0).max(1),
    5: z.number().min(0).max(1),
    6: z.number().min(0).max(1),
  }),
  blocs: z.record(z.string(), z.strictObject({ name: z.string() })).default({}),
  timeline: timelineRules.optional(),
  partnership: partnershipRules.optional(),
  activity: activityRules.optional(),
  record: z.array(recordFile).min(1),
  alignment: alignment.optional(),
  reactions: z.array(reaction).default([]),
  law: lawRules.optional(),
  /** Sources on the network that are asked; none unless named. */
  collect: z.array(z.string()).optional(),
});

export type WatchHead = Readonly<z.infer<typeof watchHead>>;

/** The subject as data: everything Tocsin needs to know about what it watches, the record itself aside. */
export interface Watch extends WatchHead {
  readonly actors: readonly Actor[];
  readonly sources: readonly Source[];
  /** Satellites the watch cares about; empty where it names none. */
  readonly objects: readonly WatchedObject[];
  /** Places on the ground, and the satellites that may look at them; none where the watch has no such file. */
  readonly sites: readonly Site[];
  readonly imagers: readonly Imager[];
  readonly indicators: readonly Indicator[];
  readonly scenarios: readonly Scenario[];
  readonly questions: readonly Question[];
  /** What in texts concerns the watch; none where it reads no texts. */
  readonly reports: readonly ReportRule[];
  /** How space systems are struck; null where the watch does not say. */
  readonly threats: Threats | null;
  /** Another forecaster's statements about the subject; null where the watch holds none. */
  readonly claims: Claims | null;
  /** SHA-256 of the head, scenarios, indicators and questions: what an assessment depends on besides observations. */
  readonly hash: string;
}
