import {
  dayNumber,
  daysIn,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsThrough,
  type Day,
  type Month,
} from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Watch } from "#model/watch.ts";

export const DAYS_PER_MONTH = 30.4375;

/** The months of the filter up to an as-of day, and what the record files covered in them. Days are numbers since 1970. */
export interface Calendar {
  readonly asOf: Day;
  readonly months: readonly Month[];
  readonly monthStarts: readonly number[];
  /** Last day of each month, or the as-of day in the last one. */
  readonly monthEnds: readonly number[];
  readonly spans: ReadonlyMap<string, readonly Span[]>;
  /** Monthly exposure of each stream a file covers. */
  readonly covered: ReadonlyMap<string, Float64Array>;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The calendar of a watch by a day. Besides the record files, observations of kind `coverage` vouch that their stream was
 * looked at in their time.
 */
export function calendarOf(watch: Watch, asOf: Day, observations: readonly Observation[]): Calendar {
  const months = monthsThrough(watch.startMonth, monthOf(asOf));
  const monthStarts = months.map((month) => dayNumber(firstDayOf(month)));
  const monthEnds = months.map((month) => Math.min(dayNumber(lastDayOf(month)), dayNumber(asOf)));
  const monthDays = months.map(daysIn);
  const spans = coveredSpans(watch, asOf, observations);
  const exposure = (list: readonly Span[]): Float64Array =>
    Float64Array.from(months, (_, t) => overlap(list, monthStarts[t]!, monthEnds[t]!) / monthDays[t]!);
  const covered = new Map([...spans].map(([stream, list]) => [stream, exposure(list)]));
  return { asOf, months, monthStarts, monthEnds, spans, covered };
}

function coveredSpans(
  { record }: Watch,
  asOf: Day,
  observations: readonly Observation[],
): Map<string, Span[]> {
  const vouched = observations.filter(({ kind, knownAt }) => kind === "coverage" && knownAt <= asOf);
  const told = vouched.map(({ stream, validFrom: from, validTo: to }) => ({ stream, covers: { from, to } }));
  const spans = new Map<string, Span[]>();
  for (const { stream, covers } of [...record, ...told]) {
    const span = { from: dayNumber(covers.from), to: Math.min(dayNumber(covers.to), dayNumber(asOf)) };
    const known = spans.get(stream);
    const last = known?.at(-1);
    // Months follow one another, and count as one span.
    if (last && last.to + 1 === span.from) known!.splice(-1, 1, { from: last.from, to: span.to });
    else spans.set(stream, [...(known ?? []), span]);
  }
  return spans;
}

/** Days from … to (both included) that the best of the spans covered. */
function overlap(spans: readonly Span[], from: number, to: number): number {
  return spans.reduce(
    (most, span) => Math.max(most, Math.min(span.to, to) - Math.max(span.from, from) + 1),
    0,
  );
}

/** Month of the filter in which a day falls; −1 before the first. */
export function monthIndex({ monthStarts }: Calendar, day: number): number {
  let [low, high] = [0, monthStarts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (monthStarts[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Share of the days from … to (both included) that the streams' files covered, as the mean over the streams. */
export function coveredShare(
  { spans }: Calendar,
  streams: readonly string[],
  from: number,
  to: number,
): number {
  const read = streams.length > 0 ? streams : [...spans.keys()];
  const days = read.reduce((sum, stream) => sum + overlap(spans.get(stream) ?? [], from, to), 0);
  return days / (to - from + 1) / Math.max(1, read.length);
}

/** Share of each whole month that was covered, as the mean over the streams; the last month counts only its days so far. */
export function monthlyExposure({ covered, months }: Calendar, streams: readonly string[]): Float64Array {
  const read = streams.length > 0 ? streams : [...covered.keys()];
  const mean = new Float64Array(months.length);
  for (const stream of read) covered.get(stream)?.forEach((share, t) => (mean[t]! += share / read.length));
  return mean;
}

/** Day on which the first of the streams' files begins; before it a record is a list of famous cases. −∞ where none has a file. */
export function coverageBegins({ spans }: Calendar, streams: readonly string[]): number {
  const starts = streams.flatMap((stream) => (spans.get(stream) ?? []).map(({ from }) => from));
  return starts.length > 0 ? Math.min(...starts) : -Infinity;
}
