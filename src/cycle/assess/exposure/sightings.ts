import { coveredSpan } from "#model/covered-span.ts";
import { daysBetween, monthsBefore, type Day } from "#model/day.ts";
import { compileQuery, streamsOf } from "#model/query.ts";
import { countStories, type KnownStories } from "#model/story-count.ts";
import type { Threat } from "#model/threat.ts";
import type { WatchHead } from "#model/watch.ts";
import { gammaQuantile } from "#science/numbers/index.ts";

/** A story that shows a threat, by the day it began and the observation that began it. */
export interface Sighting {
  readonly on: Day;
  readonly id: string;
  readonly claim: string;
}

/** How often a threat was seen in the last years that were looked at. */
export interface RecentRate {
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
  /** Stories a year with the exact 90 % interval of a Poisson count. */
  readonly perYear: { readonly value: number; readonly low: number; readonly high: number };
}

export interface ThreatSeen {
  readonly id: string;
  readonly sightings: readonly Sighting[];
  /** Null where nobody looked for a whole year by that day: unknown, not rare. */
  readonly recent: RecentRate | null;
}

const YEARS = 3;
const DAYS_A_YEAR = 365.25;
/** As scenarios and questions count unless they say otherwise: what is doubtful shows nothing. */
const MIN_CREDIBILITY = 3;

/** What of a threat had become known by a day. */
export function threatSeen(
  { id, seen }: Threat,
  known: KnownStories,
  record: WatchHead["record"],
  asOf: Day,
): ThreatSeen {
  const rule = { where: seen, minCredibility: MIN_CREDIBILITY };
  const { stories, between } = countStories(rule, known);
  const claims = new Map(known.current.map((observation) => [observation.id, observation.claim]));
  const sightings = stories.map((story) => ({ ...story, claim: claims.get(story.id)! }));
  return { id, sightings, recent: recentRate(between, coveredSpan(record, streamsOf(seen), asOf)) };
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

function recentRate(between: (from: Day, to: Day) => number, span: Span | null): RecentRate | null {
  if (span === null) return null;
  const opens = monthsBefore(span.to, YEARS * 12);
  const from = opens > span.from ? opens : span.from;
  const years = daysBetween(from, span.to) / DAYS_A_YEAR;
  if (years < 1) return null;
  const count = between(from, span.to);
  const perYear = {
    value: count / years,
    low: count === 0 ? 0 : gammaQuantile(0.05, count) / years,
    high: gammaQuantile(0.95, count + 1) / years,
  };
  return { from, to: span.to, count, perYear };
}

/** What was done, in the sense of any threat, to one of the actors as its target. */
export function doneTo(actor: string, threats: readonly Threat[], { current }: KnownStories): Sighting[] {
  const isThreat = threats.map(({ seen }) => compileQuery(seen));
  return current
    .filter(({ actors }) => actors.some(({ id, role }) => id === actor && role === "target"))
    .filter((observation) => isThreat.some((holds) => holds(observation)))
    .map(({ id, validFrom, claim }) => ({ on: validFrom, id, claim }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
