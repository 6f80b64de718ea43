import { addDays, dayAt, dayNumber, daysIn, monthsBefore } from "#model/day.ts";
import { compileQuery, streamsOf, type Predicate } from "#model/query.ts";
import type { Scenario } from "#model/scenario.ts";
import { YEAR_MONTHS, type RuleStanding, type RuleStories } from "#science/belief/index.ts";
import { monthIndex, monthlyExposure } from "../reading/calendar.ts";
import type { Known } from "../reading/known.ts";
import { rememberedFor } from "../reading/remembered-for.ts";

/** A scenario's rule of resolution, ready to count what is known. */
export interface RuleReader {
  readonly scenario: Scenario;
  readonly streams: readonly string[];
  readonly counts: Predicate;
  /** The same, asked anew every time. */
  readonly touches: Predicate;
  /** The number of the day on which the window that ends so many months before a day's own end opens. */
  readonly opensOn: (day: number, months: number) => number;
}

/** Stories scatter as the counts of indicators do unless told otherwise. */
const DISPERSION = 2;

export function compileRule(scenario: Scenario): RuleReader {
  const { where, minCredibility } = scenario.resolution;
  const matches = compileQuery(where);
  const touches: Predicate = (one) => one.grade.credibility <= minCredibility && matches(one);
  const opened = new Map<number, number[]>();
  const opensOn = (day: number, months: number): number => {
    const before = opened.get(day) ?? [];
    opened.set(day, before);
    return (before[months] ??= dayNumber(addDays(monthsBefore(dayAt(day), months), 1)));
  };
  return { scenario, streams: streamsOf(where), counts: rememberedFor(touches), touches, opensOn };
}

/** What a rule has counted, with the stories themselves. */
export interface CountedRule extends RuleStories {
  readonly stories: readonly CountedStory[];
}

/** What one rule has counted: its stories by the month in which they became known, and how it stood at every month's end. */
export function ruleStories(reader: RuleReader, known: Known): CountedRule {
  const exposure = monthlyExposure(known, reader.streams);
  return countedFrom(reader, known, storiesCounted(reader, known), exposure);
}

/** The same had one story never been told. */
export function withoutStory(
  reader: RuleReader,
  known: Known,
  rule: CountedRule,
  story: string,
): CountedRule {
  const rest = rule.stories.filter((one) => one.story !== story);
  return countedFrom(reader, known, rest, rule.exposure);
}

function countedFrom(
  reader: RuleReader,
  known: Known,
  stories: readonly CountedStory[],
  exposure: Float64Array,
): CountedRule {
  const counts = new Float64Array(known.months.length);
  const marks = known.monthEnds.map((day) => `${day}`);
  for (const { on, knownOn } of stories) {
    const month = monthIndex(known, knownOn);
    if (month < 0) continue;
    counts[month]!++;
    marks[month]! += ` ${on} ${knownOn}`;
  }
  const standings: RuleStanding[] = [];
  return {
    ...{ stories, counts, exposure, marks },
    means: meansOf(reader.scenario.resolution),
    dispersion: DISPERSION,
    outlookAt: (t) => (standings[t] ??= standingAt(reader, stories, known, exposure, t)),
  };
}

/** The stories in the window that ends on the last day, the newest first. */
export function storiesInWindow({ scenario, opensOn }: RuleReader, rule: CountedRule, known: Known) {
  const day = known.monthEnds.at(-1)!;
  const opens = opensOn(day, scenario.resolution.withinMonths);
  return rule.stories.filter((one) => isKept(one, day, opens)).toSorted((a, b) => b.on - a.on);
}

/** How far ahead a month is told: to the horizon on the as-of day, for as long as a warning looks before it. */
function standingAt(
  { scenario, opensOn }: RuleReader,
  stories: readonly CountedStory[],
  known: Known,
  exposure: Float64Array,
  t: number,
): RuleStanding {
  const { building, critical, withinMonths } = scenario.resolution;
  const isLast = t === known.months.length - 1;
  const ahead = Array.from({ length: (isLast ? scenario.horizonMonths : YEAR_MONTHS) + 1 }, (_, j) => j);
  const day = known.monthEnds[t]!;
  return {
    ...{ building, critical, withinMonths },
    kept: ahead.map((j) => (j < withinMonths ? keptIn(stories, day, opensOn(day, withinMonths - j)) : 0)),
    unseen: ahead.map((j) => unseenIn(known, exposure, t, withinMonths - j)),
  };
}

interface CountedStory {
  readonly story: string;
  /** The observation that it began with, of those that count. */
  readonly began: string;
  /** The day of its first event that counts, and the day on which one was first known. */
  readonly on: number;
  readonly knownOn: number;
}

function storiesCounted({ counts }: RuleReader, { observations, storyOf }: Known): CountedStory[] {
  const stories = new Map<string, CountedStory>();
  for (const observation of observations) {
    if (!counts(observation)) continue;
    const story = storyOf(observation.id);
    const [on, knownOn] = [dayNumber(observation.validFrom), dayNumber(observation.knownAt)];
    const before = stories.get(story);
    stories.set(story, {
      story,
      began: before && before.on <= on ? before.began : observation.id,
      on: Math.min(on, before?.on ?? on),
      knownOn: Math.min(knownOn, before?.knownOn ?? knownOn),
    });
  }
  return [...stories.values()];
}

function keptIn(stories: readonly CountedStory[], day: number, opens: number): number {
  let kept = 0;
  for (const one of stories) if (isKept(one, day, opens)) kept++;
  return kept;
}

const isKept = ({ on, knownOn }: CountedStory, day: number, opens: number): boolean =>
  opens <= on && on <= day && knownOn <= day;

/** Months without a look among the last so many up to month t; all before the first month are without. */
function unseenIn(
  { months, monthStarts, monthEnds }: Known,
  exposure: Float64Array,
  t: number,
  length: number,
) {
  let unseen = 0;
  for (let m = t; m > t - length; m--) {
    const passed = m < 0 ? 1 : (monthEnds[m]! - monthStarts[m]! + 1) / daysIn(months[m]!);
    unseen += Math.max(0, passed - (exposure[m] ?? 0));
  }
  return unseen;
}

/** Stories a month that each state expects: the rule's bounds stand midway between those of neighbouring states. */
function meansOf({
  building,
  critical,
  withinMonths,
}: Scenario["resolution"]): readonly [number, number, number] {
  const [dormant, middle, high] = [
    building / 2,
    (building + critical) / 2,
    critical + (critical - building) / 2,
  ];
  return [dormant / withinMonths, middle / withinMonths, high / withinMonths];
}
