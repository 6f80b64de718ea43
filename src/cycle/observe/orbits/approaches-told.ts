import type { Day } from "#model/day.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import { meetingOf, type Meeting } from "./meetings.ts";
import { insertInTime, nearestSet } from "./nearest-set.ts";
import { DAY_MS } from "./stay-told.ts";
import { AWAY_MS, wasTold, type ToldSpan } from "./told-once.ts";

/** That one object came to another, as it was known on the day that first showed it twice. */
export interface ApproachTold {
  readonly knownAt: Day;
  /** The meetings that show it, in time, and the last one before at which the two were apart. */
  readonly meetings: readonly Meeting[];
  readonly apart: Meeting;
}

/** What a pair showed. */
export interface PairTold {
  /** Days on which a meeting of the two, near or not, became known. */
  readonly days: readonly Day[];
  readonly approaches: readonly ApproachTold[];
}

/** Two meetings show an approach when so much lies between them: one may be a bad set, or planes that cross. */
const REPEATED_MS = DAY_MS;
/** Who was not seen apart within this time may always have been together: docked, in formation, of one launch. */
const SEEN_APART_MS = 100 * DAY_MS;
/** Meetings further off than this from all that is new belong to other approaches. */
const LOOK_AROUND_MS = SEEN_APART_MS + 3 * AWAY_MS;

/**
 * The slow approaches of one object to another, each told once: on the day on which the sets that show it a second time
 * were public, from the sets of both that were public by then. Only days before `until` are told, as a day that is not
 * over may bring more.
 */
export function approachesTold(
  object: readonly PublishedSet[],
  guarded: readonly PublishedSet[],
  until: Day,
): PairTold {
  const known = { object: [] as PublishedSet[], guarded: [] as PublishedSet[] };
  const [meetings, told, days]: [Meeting[], ToldSpan[], Day[]] = [[], [], []];
  const approaches: ApproachTold[] = [];
  const own = new Set(object);
  const byDay = Map.groupBy([...object, ...guarded], ({ knownAt }) => knownAt.slice(0, 10));
  for (const day of [...byDay.keys()].filter((each) => each < until).sort()) {
    const fresh = byDay.get(day)!;
    for (const set of fresh) insertInTime(own.has(set) ? known.object : known.guarded, set);
    const met = fresh
      .flatMap((set) => meetingAmong(set, own.has(set) ? known.guarded : known.object))
      .filter((meeting, i, all) => all.findIndex((other) => isSame(meeting, other)) === i);
    if (met.length > 0) days.push(day);
    meetings.push(...met);
    const found = met.some(({ nearest }) => nearest) ? arrivalsAmong(meetings, met) : [];
    const fresher = found.filter(({ meetings: some }) => !wasTold(told, spanOf(some)));
    approaches.push(...fresher.map((each) => ({ ...each, knownAt: day })));
  }
  return { days, approaches };
}

function meetingAmong(set: PublishedSet, others: readonly PublishedSet[]): Meeting[] {
  const other = nearestSet(others, set.elements.epochMs);
  const meeting = other && meetingOf(set, other);
  return meeting ? [meeting] : [];
}

/** Of two sets that become known together each may be the nearest to the other. */
function isSame({ sets: [a, b] }: Meeting, { sets }: Meeting): boolean {
  return sets.includes(a) && sets.includes(b);
}

/** The runs of near meetings about what is fresh that are shown more than once and begin after the two were apart. */
function arrivalsAmong(
  meetings: readonly Meeting[],
  fresh: readonly Meeting[],
): Omit<ApproachTold, "knownAt">[] {
  const times = fresh.map(({ atMs }) => atMs);
  const [from, to] = [Math.min(...times) - LOOK_AROUND_MS, Math.max(...times) + LOOK_AROUND_MS];
  const about = meetings.filter(({ atMs }) => atMs >= from && atMs <= to).sort((a, b) => a.atMs - b.atMs);
  return runsOf(about.filter(({ nearest }) => nearest !== null)).flatMap((run) => {
    const { fromMs, toMs } = spanOf(run);
    const apart = about.findLast(({ atMs, nearest }) => nearest === null && atMs < fromMs);
    if (toMs - fromMs < REPEATED_MS || !apart || fromMs - apart.atMs > SEEN_APART_MS) return [];
    return [{ meetings: run, apart }];
  });
}

function runsOf(near: readonly Meeting[]): Meeting[][] {
  const runs: Meeting[][] = [];
  for (const meeting of near) {
    const run = runs.at(-1);
    if (run && meeting.atMs - run.at(-1)!.atMs <= AWAY_MS) run.push(meeting);
    else runs.push([meeting]);
  }
  return runs;
}

function spanOf(run: readonly Meeting[]): ToldSpan {
  return { fromMs: run[0]!.atMs, toMs: run.at(-1)!.atMs };
}
