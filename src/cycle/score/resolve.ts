import { addDays, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Scenario } from "#model/scenario.ts";
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
}

/** `today` is the day of scoring: nothing that is due later is decided. */
export function createResolver(watch: Watch, observations: readonly Observation[], today: Day): Resolver {
  const histories = new Map<string, RuleHistory>();
  const historyKnown = (scenario: Scenario, known: Day): RuleHistory => {
    const key = `${scenario.id} ${known}`;
    const history = histories.get(key) ?? ruleHistory(watch, scenario, observations, known);
    histories.set(key, history);
    return history;
  };
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
  };
}
