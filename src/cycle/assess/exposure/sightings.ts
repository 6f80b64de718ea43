import { coveredSpan } from "#model/covered-span.ts";
import { daysBetween, monthsBefore, type Day } from "#model/day.ts";
import { compileQuery, streamsOf } from "#model/query.ts";
import { tellStories, USUAL_CREDIBILITY, type KnownStories, type ToldStory } from "#model/story-count.ts";
import type { Threat } from "#model/threat.ts";
import type { WatchHead } from "#model/watch.ts";
import { poissonRate } from "#science/belief/scores/index.ts";

/** How often a threat was seen in the last years that were looked at. */
export interface RecentRate {
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
  /** Stories a year with the 90 % interval of a Poisson count. */
  readonly perYear: { readonly value: number; readonly low: number; readonly high: number };
}

export interface ThreatSeen {
  readonly id: string;
  readonly sightings: readonly ToldStory[];
  /** Null where nobody looked for a whole year by that day: unknown, not rare. */
  readonly recent: RecentRate | null;
}

const YEARS = 3;
const DAYS_A_YEAR = 365.25;

/** What of a threat had become known by a day. */
export function threatSeen(
  { id, seen }: Threat,
  known: KnownStories,
  record: WatchHead["record"],
  asOf: Day,
): ThreatSeen {
  const rule = { where: seen, minCredibility: USUAL_CREDIBILITY };
  const sightings = tellStories(rule, known);
  return { id, sightings, recent: recentRate(sightings, coveredSpan(record, streamsOf(seen), asOf)) };
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

function recentRate(sightings: readonly ToldStory[], span: Span | null): RecentRate | null {
  if (span === null) return null;
  const opens = monthsBefore(span.to, YEARS * 12);
  const from = opens > span.from ? opens : span.from;
  const years = daysBetween(from, span.to) / DAYS_A_YEAR;
  if (years < 1) return null;
  const count = sightings.filter(({ on }) => from <= on && on <= span.to).length;
  const { rate, low, high } = poissonRate(count, years);
  return { from, to: span.to, count, perYear: { value: rate, low, high } };
}

/** What was done, in the sense of any threat, to one of the actors as its target. */
export function doneTo(actor: string, threats: readonly Threat[], { current }: KnownStories): ToldStory[] {
  const isThreat = threats.map(({ seen }) => compileQuery(seen));
  return current
    .filter(({ actors }) => actors.some(({ id, role }) => id === actor && role === "target"))
    .filter((observation) => isThreat.some((holds) => holds(observation)))
    .map(({ id, validFrom, claim }) => ({ on: validFrom, id, claim }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
