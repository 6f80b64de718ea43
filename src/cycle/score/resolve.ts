import { addDays, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { compileQuery } from "#model/query.ts";
import type { Scenario } from "#model/scenario.ts";
import { storiesKnown, type KnownStories } from "#model/story-count.ts";
import type { Watch } from "#model/watch.ts";
import { ruleHistory, type RuleHistory } from "./rule-history.ts";

/** What became of a forecast: not due yet, decided, or due and not to be decided from the record. */
export type Resolution<Outcome> =
  | { readonly status: "open"; readonly due: Day }
  | { readonly status: "resolved"; readonly outcome: Outcome }
  | { readonly status: "void" };

/** Decides what scenarios came to, each thing only from what had become known by the day it was due. */
export interface Resolver {
  /** What the rule says of a scenario from what was known by that day. */
  readonly historyKnown: (scenario: Scenario, known: Day) => RuleHistory;
  /** Whether the scenario was critical on the day or within `days` after it: 1 or 0. */
  readonly criticalWithin: (scenario: Scenario, from: Day, days: number) => Resolution<0 | 1>;
  /** The days after `from` up to `to` on which critical began, each by what was known when it was due. */
  readonly onsetsBetween: (scenario: Scenario, from: Day, to: Day) => Day[];
}

/** `today` is the day of scoring: nothing that is due later is decided. */
export function createResolver(watch: Watch, observations: readonly Observation[], today: Day): Resolver {
  const stories = remembered((known: Day): KnownStories => storiesKnown(observations, known));
  const histories = new Map(
    watch.scenarios.map((scenario) => [
      scenario.id,
      remembered((known: Day) => ruleHistory(watch, scenario, stories(known))),
    ]),
  );
  const historyKnown = ({ id }: Scenario, known: Day): RuleHistory => histories.get(id)!(known);
  return {
    historyKnown,
    criticalWithin(scenario, from, days) {
      const to = addDays(from, days);
      const due = addDays(to, scenario.resolution.lagDays);
      if (due > today) return { status: "open", due };
      const history = historyKnown(scenario, due);
      if (history.firstCritical(from, to) !== null) return { status: "resolved", outcome: 1 };
      return history.isCovered(from, to) ? { status: "resolved", outcome: 0 } : { status: "void" };
    },
    onsetsBetween(scenario, from, to) {
      const { where, lagDays } = scenario.resolution;
      const days = new Set(observations.filter(compileQuery(where)).map(({ validFrom }) => validFrom));
      return [...days]
        .filter((day) => from < day && day <= to && addDays(day, lagDays) <= today)
        .filter((day) => historyKnown(scenario, addDays(day, lagDays)).onsets.includes(day))
        .toSorted();
    },
  };
}

function remembered<T>(make: (known: Day) => T): (known: Day) => T {
  const made = new Map<Day, T>();
  return (known) => {
    const one = made.get(known) ?? make(known);
    made.set(known, one);
    return one;
  };
}
