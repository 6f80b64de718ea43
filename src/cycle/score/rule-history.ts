import { addDays, monthsBefore, type Day } from "#model/day.ts";
import { streamsOf } from "#model/query.ts";
import type { Scenario, State } from "#model/scenario.ts";
import { countStories, type CountRule, type KnownStories, type StoryCount } from "#model/story-count.ts";
import type { Watch } from "#model/watch.ts";

/** What a rule of resolution says, from what had become known by one day. */
export interface RuleHistory {
  /** The state on a day; null where the record did not look long enough to tell. */
  readonly stateOn: (day: Day) => State | null;
  /** The first day in the span on which the scenario was critical; null where there was none. */
  readonly firstCritical: (from: Day, to: Day) => Day | null;
  /** Whether the record files covered everything that a "not critical" in the span would rest on. */
  readonly isCovered: (from: Day, to: Day) => boolean;
  /** Every day on which critical began, in order. */
  readonly onsets: readonly Day[];
}

/**
 * The rule of a scenario over stories known by a day: the count in the months up to a day against fixed bounds.
 * More coverage could only raise a count, so critical stands even where part of the window was not covered.
 */
export function ruleHistory(watch: Watch, scenario: Scenario, known: KnownStories): RuleHistory {
  const rule = scenario.resolution;
  const count = countStories(rule, known);
  const opensOn = (day: Day) => addDays(monthsBefore(day, rule.withinMonths), 1);
  const within = (day: Day) => count.between(opensOn(day), day);
  const isCritical = (day: Day) => within(day) >= rule.critical;
  const isCovered = (from: Day, to: Day) => covers(watch, rule, opensOn(from), to);
  return {
    stateOn(day) {
      if (isCritical(day)) return "critical";
      if (!isCovered(day, day)) return null;
      return within(day) >= rule.building ? "building" : "dormant";
    },
    firstCritical(from, to) {
      if (isCritical(from)) return from;
      // A count only rises on the day of a story.
      return count.stories.find(({ on }) => from < on && on <= to && isCritical(on))?.on ?? null;
    },
    isCovered,
    onsets: onsetsIn(count, isCritical),
  };
}

function onsetsIn({ stories }: StoryCount, isCritical: (day: Day) => boolean): Day[] {
  const days = [...new Set(stories.map(({ on }) => on))];
  return days.filter((day) => isCritical(day) && !isCritical(addDays(day, -1)));
}

/** Whether some file of every stream the rule reads covers the span. */
export function covers(watch: Watch, { where }: Pick<CountRule, "where">, from: Day, to: Day): boolean {
  const read = streamsOf(where);
  const streams = read.length > 0 ? read : watch.record.map(({ stream }) => stream);
  return streams.every((name) =>
    watch.record.some(({ stream, covers: span }) => stream === name && span.from <= from && to <= span.to),
  );
}
