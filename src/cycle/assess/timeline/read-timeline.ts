import { type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { compileQuery, streamsOf } from "#model/query.ts";
import { withoutSuperseded } from "#model/story.ts";
import type { TimelineRules } from "#model/timeline.ts";
import type { Watch } from "#model/watch.ts";
import { randomStream } from "#science/numbers/index.ts";
import {
  datingOf,
  eventPeriod,
  lead,
  SeriesRefused,
  type LeadAnswer,
  type PeriodAnswer,
} from "#science/series/index.ts";

/** Something achieved, and whose it was: an id of one of the two sides, or of neither. */
interface Milestone {
  readonly id: string;
  readonly on: Day;
  readonly side: string;
  readonly claim: string;
}

/** Why a question has no answer, and what would be enough for one. */
export interface Unanswered {
  readonly problem: string;
  readonly remedy: string;
}

/** Milestones as known by a day, who leads by them, and whether they come in a cycle. */
export interface Timeline {
  readonly asOf: Day;
  /** The span in which they were looked for. */
  readonly from: Day;
  readonly to: Day;
  readonly sides: readonly [string, string];
  readonly halfLifeYears: number;
  readonly milestones: readonly Milestone[];
  readonly period: PeriodAnswer | Unanswered;
  /** The index stands after each milestone of the two sides, in their order. */
  readonly lead: LeadAnswer | Unanswered;
}

/**
 * The timeline from what was known by a day; what became known later is left out, whoever passes it. Draws are
 * seeded by the watch, the day and the milestones, so that the same question has the same answer.
 */
export function readTimeline(
  watch: Watch,
  rules: TimelineRules,
  asOf: Day,
  observations: readonly Observation[],
): Timeline {
  const { from, sides, halfLifeYears, periodYears } = rules;
  const to = lastDayLooked(watch, rules, asOf);
  const known = observations.filter(({ knownAt }) => knownAt <= asOf);
  const found = withoutSuperseded(known)
    .filter(compileQuery(rules.where))
    .filter(({ validFrom }) => validFrom >= from && validFrom <= to)
    .sort(inOrder);
  const sideOf = ({ attributes }: Observation) => attributes[rules.by] ?? "";
  const theirs = found.filter((one) => sides.includes(sideOf(one)));
  const seed = `${watch.id} ${asOf} ${theirs.map((one) => `${one.id} ${one.validFrom} ${sideOf(one)}`).join(" ")}`;
  const last = datingOf(to)!;
  const datings = theirs.map(({ validFrom, precision }) => datingOf(validFrom, precision)!);
  return {
    asOf,
    ...{ from, to, sides, halfLifeYears },
    milestones: found.map((one) => ({ id: one.id, on: one.validFrom, side: sideOf(one), claim: one.claim })),
    period: answerOrWhyNot(() =>
      eventPeriod(datings, {
        band: periodYears,
        span: { from: datingOf(from)!.time, to: last.time + last.cell },
        random: randomStream(`${seed} period`),
        unit: "years",
      }),
    ),
    lead: answerOrWhyNot(() =>
      lead(
        theirs.map((one, i) => ({ time: datings[i]!.time, side: sideOf(one) })),
        sides,
        { halfLifeYears, random: randomStream(`${seed} lead`) },
      ),
    ),
  };
}

/** Nobody looked after the record ends: what came later is unknown, not quiet. */
function lastDayLooked({ record }: Watch, { where }: TimelineRules, asOf: Day): Day {
  const streams = streamsOf(where);
  const ends = record.filter(({ stream }) => streams.includes(stream)).map(({ covers }) => covers.to);
  return [asOf, ...ends].reduce((first, day) => (day < first ? day : first));
}

function inOrder(a: Observation, b: Observation): number {
  if (a.validFrom !== b.validFrom) return a.validFrom < b.validFrom ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function answerOrWhyNot<T>(ask: () => T): T | Unanswered {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof SeriesRefused)) throw error;
    return { problem: error.problem, remedy: error.remedy };
  }
}
