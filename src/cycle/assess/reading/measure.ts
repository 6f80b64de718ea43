import type { Indicator, Measure } from "#model/indicator.ts";
import type { Observation } from "#model/observation.ts";
import { compileQuery, streamsOf, type Predicate } from "#model/query.ts";
import type { WatchHead } from "#model/watch.ts";
import { leadOn } from "./lead-on.ts";
import { fading, incrementsOf, trailingValue, type Increment, type Sizing } from "./increments.ts";
import type { Known } from "./known.ts";
import type { Measured } from "./measured.ts";
import { rememberedFor } from "./remembered-for.ts";

/** The measures' queries, compiled once per watch. */
export interface MeasureReader {
  readonly indicator: Indicator;
  readonly streams: readonly string[];
  readonly reads: Predicate;
  /** Whether it reads an observation at all, `among` included; asked anew every time. */
  readonly touches: Predicate;
  readonly among: Predicate | null;
  readonly tierOf: (observation: Observation) => number;
}

export function compileMeasure(indicator: Indicator): MeasureReader {
  const { reads, among, ...reader } = compileReader(indicator);
  return {
    ...reader,
    touches: (one) => reads(one) || (among?.(one) ?? false),
    reads: rememberedFor(reads),
    among: among && rememberedFor(among),
  };
}

function compileReader(indicator: Indicator): Omit<MeasureReader, "touches"> {
  const { measure } = indicator;
  if (measure.type === "lag")
    return { indicator, streams: [], reads: () => false, among: null, tierOf: () => 0 };
  if (measure.type === "tier") {
    const tiers = measure.tiers.map(({ level, where }) => ({ level, holds: compileQuery(where) }));
    const tierOf = (o: Observation): number =>
      Math.max(0, ...tiers.filter(({ holds }) => holds(o)).map(({ level }) => level));
    const streams = [...new Set(measure.tiers.flatMap(({ where }) => streamsOf(where)))];
    return { indicator, streams, reads: (o) => tierOf(o) > 0, among: null, tierOf };
  }
  const among = "among" in measure ? compileQuery(measure.among) : null;
  const where = compileQuery(measure.where);
  const streams = streamsOf("among" in measure ? measure.among : measure.where);
  return { indicator, streams, reads: among ? (o) => where(o) && among(o) : where, among, tierOf: () => 0 };
}

/** Reads one measure from what is known. */
export function readMeasure(
  reader: MeasureReader,
  known: Known,
  credibility: WatchHead["credibility"],
): Measured {
  const matched = known.observations.filter(reader.reads);
  return measureFrom(reader, known, credibility, matched);
}

/** The same measure had other observations matched it. */
export function measureFrom(
  reader: MeasureReader,
  known: Known,
  credibility: WatchHead["credibility"],
  matched: readonly Observation[],
): Measured {
  const { indicator, streams, among, tierOf } = reader;
  const increments = incrementsOf(matched, known.storyOf, credibility, sizing(indicator.measure));
  return {
    indicator,
    streams,
    matched,
    increments,
    among: among ? incrementsOf(known.observations.filter(among), known.storyOf, credibility) : [],
    tiers: indicator.measure.type === "tier" ? tiersOf(matched, tierOf, increments) : [],
  };
}

function tiersOf(
  matched: readonly Observation[],
  tierOf: (o: Observation) => number,
  increments: readonly Increment[],
): Measured["tiers"] {
  const byId = new Map(matched.map((observation) => [observation.id, observation]));
  return increments.map(({ id, day, amount }) => ({
    id,
    day,
    tier: tierOf(byId.get(id)!),
    truth: Math.min(1, amount),
  }));
}

/** How much an observation weighs: 1, or a measure of its own. An unstated size is at least one. */
function sizing(measure: Measure): Sizing {
  if (measure.type !== "count" && measure.type !== "rate") return () => 1;
  const { of } = measure;
  return of === undefined ? () => 1 : ({ measures }) => measures[of] ?? 1;
}

/** The measure's value on a day, before levels; null when there is nothing to divide by. */
export function valueOn(measured: Measured, day: number): number | null {
  const { indicator, increments, among, tiers } = measured;
  const { measure, windowDays, halfLifeDays } = indicator;
  const trailing = (list: readonly Increment[]): number => trailingValue(list, day, windowDays, halfLifeDays);
  switch (measure.type) {
    case "count":
      return trailing(increments);
    case "tier":
      return highestTier(tiers, day, windowDays, halfLifeDays);
    case "share":
      return shareOf(trailing(increments), trailing(among));
    case "lead":
      return leadOn(measured, day);
    case "rate":
      return rateRatio(increments, day, windowDays, measure.baselineDays);
    case "lag":
      return null;
  }
}

function highestTier(
  tiers: Measured["tiers"],
  day: number,
  windowDays: number,
  halfLifeDays: number,
): number {
  let highest = 0;
  for (const { day: on, tier } of tiers) {
    if (on > day) break;
    highest = Math.max(highest, tier * fading(day - on, windowDays, halfLifeDays));
  }
  return highest;
}

/** Under three cases a share says nothing. */
function shareOf(part: number, whole: number): number | null {
  return whole < 3 ? null : part / whole;
}

function rateRatio(
  increments: readonly Increment[],
  day: number,
  windowDays: number,
  baselineDays: number,
): number | null {
  const within = (from: number, to: number): number =>
    increments.reduce((sum, { day: on, amount }) => (on > from && on <= to ? sum + amount : sum), 0);
  const baseline = within(day - windowDays - baselineDays, day - windowDays) / baselineDays;
  return baseline === 0 ? null : within(day - windowDays, day) / windowDays / baseline;
}
