import {
  dayNumber,
  daysIn,
  firstDayOf,
  lastDayOf,
  monthNumber,
  monthOf,
  monthsThrough,
  type Day,
  type Month,
} from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Watch } from "#model/watch.ts";
import { storiesOf, withoutSuperseded } from "./stories.ts";

/** What was known by a day, laid out in the months of the filter. Days are numbers since 1970. */
export interface Known {
  readonly asOf: Day;
  readonly observations: readonly Observation[];
  readonly storyOf: ReadonlyMap<string, string>;
  readonly months: readonly Month[];
  readonly monthStarts: readonly number[];
  /** Last day of each month, or the as-of day in the last one. */
  readonly monthEnds: readonly number[];
  readonly spans: ReadonlyMap<string, readonly Span[]>;
  /** Monthly exposures already worked out, by streams. */
  readonly exposures: Map<string, Float64Array>;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lays out what was known; observations that became known later are left out, whoever passes them. */
export function layOut(watch: Watch, asOf: Day, observations: readonly Observation[]): Known {
  const known = withoutSuperseded(observations.filter(({ knownAt }) => knownAt <= asOf)).sort(byKnownAt);
  const months = monthsThrough(watch.startMonth, monthOf(asOf));
  return {
    asOf,
    observations: known,
    storyOf: storiesOf(known),
    months,
    monthStarts: months.map((month) => dayNumber(firstDayOf(month))),
    monthEnds: months.map((month) => Math.min(dayNumber(lastDayOf(month)), dayNumber(asOf))),
    spans: coveredSpans(watch, asOf),
    exposures: new Map(),
  };
}

function byKnownAt(a: Observation, b: Observation): number {
  if (a.knownAt !== b.knownAt) return a.knownAt < b.knownAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function coveredSpans({ record }: Watch, asOf: Day): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { stream, covers } of record) {
    const span = { from: dayNumber(covers.from), to: Math.min(dayNumber(covers.to), dayNumber(asOf)) };
    spans.set(stream, [...(spans.get(stream) ?? []), span]);
  }
  return spans;
}

/** Month of the filter in which a day falls; negative before the first. */
export function monthIndex(known: Known, day: Day): number {
  return monthNumber(monthOf(day)) - monthNumber(known.months[0] ?? monthOf(day));
}

/** Share of the days from … to (both included) that the streams' files covered, as the mean over the streams. */
export function coveredShare({ spans }: Known, streams: readonly string[], from: number, to: number): number {
  const read = streams.length > 0 ? streams : [...spans.keys()];
  const shares = read.map((stream) =>
    Math.max(0, ...(spans.get(stream) ?? []).map((span) => overlap(span, from, to))),
  );
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

function overlap(span: Span, from: number, to: number): number {
  return Math.max(0, Math.min(span.to, to) - Math.max(span.from, from) + 1) / (to - from + 1);
}

/** Share of each whole month that was covered; the last month counts only the days up to the as-of day. */
export function monthlyExposure(known: Known, streams: readonly string[]): Float64Array {
  const key = streams.join(" ");
  const worked = known.exposures.get(key) ?? exposureByMonth(known, streams);
  known.exposures.set(key, worked);
  return worked;
}

function exposureByMonth(known: Known, streams: readonly string[]): Float64Array {
  return Float64Array.from(known.months, (month, t) => {
    const [from, to] = [known.monthStarts[t]!, known.monthEnds[t]!];
    return (coveredShare(known, streams, from, to) * (to - from + 1)) / daysIn(month);
  });
}

/** Day on which the first of the streams' files begins; before it a record is a list of famous cases. −∞ where none has a file. */
export function coverageBegins({ spans }: Known, streams: readonly string[]): number {
  const starts = streams.flatMap((stream) => (spans.get(stream) ?? []).map(({ from }) => from));
  return starts.length > 0 ? Math.min(...starts) : -Infinity;
}
