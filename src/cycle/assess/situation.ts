import { dayNumber, daysIn, firstDayOf, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Watch } from "#model/watch.ts";
import type { Evidence, EvidenceInMonths } from "#science/belief/index.ts";
import { evidenceOf } from "./indicator-evidence.ts";
import { layOut, type Known } from "./known.ts";
import { measureFrom, readMeasure, type Measured, type MeasureReader } from "./measure.ts";

/** What an indicator (by its place in the watch) says about one scenario. */
export interface Bearer {
  readonly indicator: number;
  readonly bearing: number;
  readonly evidence: Evidence;
}

/** Everything read from what was known on a day, before any inference. */
export interface Situation {
  readonly watch: Watch;
  /** All observations that were offered, the superseded ones included. */
  readonly offered: readonly Observation[];
  readonly known: Known;
  readonly measured: readonly Measured[];
  readonly bearers: readonly Bearer[];
  readonly inMonths: EvidenceInMonths;
}

export function readSituation(
  watch: Watch,
  readers: readonly MeasureReader[],
  asOf: Day,
  observations: readonly Observation[],
): Situation {
  const known = layOut(watch, asOf, observations);
  const measured = readers.map((reader) => readMeasure(reader, known, watch.credibility));
  const bearers = measured.flatMap((reading, i) => bearersOf(watch, known, reading, i));
  return {
    watch,
    offered: observations,
    known,
    measured,
    bearers,
    inMonths: evidenceInMonths(watch, known, bearers),
  };
}

/** The evidence one indicator carries, one per scenario it bears on. */
export function bearersOf(watch: Watch, known: Known, measured: Measured, indicator: number): Bearer[] {
  return measured.indicator.bearings.flatMap((bearing, b) => {
    const scenario = watch.scenarios.findIndex(({ id }) => id === bearing.scenario);
    const evidence = evidenceOf(measured, bearing, scenario, known);
    return evidence ? [{ indicator, bearing: b, evidence }] : [];
  });
}

export function evidenceInMonths(watch: Watch, known: Known, bearers: readonly Bearer[]): EvidenceInMonths {
  return {
    evidence: bearers.map(({ evidence }) => evidence),
    months: known.months.length,
    reportingSpan: reportingSpan(watch, known),
  };
}

/** How far reporting had grown by the middle of each month: 0 at the start of its span, 1 at the end and after. */
function reportingSpan({ reportingGrowth }: Watch, { months }: Known): Float64Array {
  const [from, to] = [dayNumber(reportingGrowth.from), dayNumber(reportingGrowth.to)];
  return Float64Array.from(months, (month) => {
    const middle = dayNumber(firstDayOf(month)) + daysIn(month) / 2;
    return Math.min(1, Math.max(0, (middle - from) / (to - from)));
  });
}

/**
 * The bearers as they would be had one observation never been known; null when that changes nothing. An observation
 * with links may hold a story together or hide an older version, so then everything is read again.
 */
export function bearersWithout(
  situation: Situation,
  readers: readonly MeasureReader[],
  id: string,
): readonly Bearer[] | null {
  const { watch, offered, known, measured, bearers } = situation;
  const rest = (list: readonly Observation[]): Observation[] =>
    list.filter((observation) => observation.id !== id);
  if (isLinked(offered, id)) return readSituation(watch, readers, known.asOf, rest(offered)).bearers;
  const affected = new Set(measured.flatMap((reading, i) => (reads(reading, id) ? [i] : [])));
  if (affected.size === 0) return null;
  const remaining = { ...known, observations: rest(known.observations) };
  const again = new Map(
    [...affected].map((i) => [
      i,
      bearersOf(
        watch,
        known,
        measureFrom(readers[i]!, remaining, watch.credibility, rest(measured[i]!.matched)),
        i,
      ),
    ]),
  );
  return bearers.map(
    (bearer) => again.get(bearer.indicator)?.find(({ bearing }) => bearing === bearer.bearing) ?? bearer,
  );
}

function isLinked(observations: readonly Observation[], id: string): boolean {
  return observations.some((o) => (o.id === id ? o.links.length > 0 : o.links.some(({ to }) => to === id)));
}

function reads({ increments, among }: Measured, id: string): boolean {
  return (
    increments.some((increment) => increment.id === id) || among.some((increment) => increment.id === id)
  );
}
