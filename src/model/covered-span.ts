import type { Day } from "./day.ts";

/** The span of days that a record file vouches for, and the stream it holds. */
interface CoveringFile {
  readonly stream: string;
  readonly covers: { readonly from: Day; readonly to: Day };
}

/** The days up to one on which all of the streams were looked at; null where there are none, or no such stream. */
export function coveredSpan(
  record: readonly CoveringFile[],
  streams: readonly string[],
  asOf: Day,
): { readonly from: Day; readonly to: Day } | null {
  const spans = record.filter(({ stream }) => streams.includes(stream)).map(({ covers }) => covers);
  if (spans.length === 0) return null;
  const from = spans.reduce((latest, span) => (span.from > latest ? span.from : latest), "");
  const to = spans.reduce((earliest, span) => (span.to < earliest ? span.to : earliest), asOf);
  return from <= to ? { from, to } : null;
}
