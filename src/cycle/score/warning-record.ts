import { addDays, daysBetween, type Day } from "#model/day.ts";
import type { Scenario } from "#model/scenario.ts";
import type { Watch } from "#model/watch.ts";
import { poissonRate, type Rate } from "#science/belief/scores/index.ts";
import { judgePromise, promisesIn, type Alarm, type Promised } from "./promises.ts";
import type { Resolver } from "./resolve.ts";
import type { RuleHistory } from "./rule-history.ts";
import type { Told } from "./warnings-told.ts";

const DAYS_PER_YEAR = 365.25;

/** A critical point by the rule, and whether anything had warned of it. */
export interface Onset {
  readonly scenario: string;
  readonly on: Day;
  /** From when on the warning that stood before it promised it: never while an earlier critical point lasted. */
  readonly warnedOn: Day | null;
  readonly leadDays: number | null;
}

export interface WarningRecord {
  readonly alarms: readonly Alarm[];
  readonly onsets: readonly Onset[];
  readonly medianLeadDays: number | null;
  /** Per scenario-year that the record covered, that is due and in which a critical point could begin; null where there was none. */
  readonly falseAlarms: Rate | null;
  readonly misses: Rate | null;
}

/** What warnings were worth, each as it was told on its day. */
export function warningRecord(
  watch: Watch,
  told: readonly Told[],
  resolver: Resolver,
  today: Day,
): WarningRecord {
  const days = told.map(({ on }) => on);
  const records = watch.scenarios.map((scenario) => {
    const promises = promisesIn(told, scenario.id);
    return {
      alarms: promises.map((promise) => judgePromise(scenario, promise, resolver, today)),
      onsets: onsetsIn(scenario, days, promises, resolver),
      years: yearsAtRisk(scenario, days, resolver, today),
    };
  });
  const alarms = records.flatMap((one) => one.alarms);
  const onsets = records.flatMap((one) => one.onsets);
  const years = records.reduce((sum, one) => sum + one.years, 0);
  const rate = (events: number) => (years > 0 ? poissonRate(events, years) : null);
  return {
    alarms,
    onsets,
    medianLeadDays: median(onsets.flatMap(({ leadDays }) => leadDays ?? [])),
    falseAlarms: rate(alarms.filter(({ verdict }) => verdict === "false").length),
    misses: rate(onsets.filter(({ warnedOn }) => warnedOn === null).length),
  };
}

/** Critical points between the first and the last of the days that are due, with the warning that stood before them. */
function onsetsIn(
  scenario: Scenario,
  days: readonly Day[],
  promises: readonly Promised[],
  { onsetsBetween, historyKnown }: Resolver,
): Onset[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return onsetsBetween(scenario, first, last).map((on) => {
    const before = days.findLast((day) => day < on);
    const warned = promises.find(({ from, to }) => before !== undefined && from <= before && before <= to);
    const history = historyKnown(scenario, addDays(on, scenario.resolution.lagDays));
    const warnedOn = warned ? promisedSince(warned, on, history) : null;
    const leadDays = warnedOn === null ? null : daysBetween(warnedOn, on);
    return { scenario: scenario.id, on, warnedOn, leadDays };
  });
}

/** The first day of the promise after which nothing was critical until that onset. */
function promisedSince({ from }: Promised, onset: Day, { firstCritical }: RuleHistory): Day {
  let since = onset;
  for (let day = addDays(since, -1); day >= from && firstCritical(day, day) === null; day = addDays(day, -1))
    since = day;
  return since;
}

/** Years between those days in which a critical point could have begun and would have been seen. */
function yearsAtRisk(
  scenario: Scenario,
  days: readonly Day[],
  { historyKnown }: Resolver,
  today: Day,
): number {
  const { isCovered, stateOn } = historyKnown(scenario, today);
  const seen = days.slice(1).reduce((sum, day, i) => {
    const before = days[i]!;
    const isDue = addDays(day, scenario.resolution.lagDays) <= today;
    const isAtRisk = isDue && isCovered(before, day) && stateOn(before) !== "critical";
    return isAtRisk ? sum + daysBetween(before, day) : sum;
  }, 0);
  return seen / DAYS_PER_YEAR;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
