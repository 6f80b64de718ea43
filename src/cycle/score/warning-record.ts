import { addDays, daysBetween, type Day } from "#model/day.ts";
import type { Scenario } from "#model/scenario.ts";
import type { Watch } from "#model/watch.ts";
import { poissonRate, type Rate } from "#science/belief/scores/index.ts";
import type { Resolver } from "./resolve.ts";
import type { Told } from "./warnings-told.ts";

/** A warning promises the critical point within a year; one that stands longer is a new promise every year. */
const PROMISE_DAYS = 365;
const DAYS_PER_YEAR = 365.25;

/** One promise of a critical point: told as warning or critical from a day on, and again a year later if it still stands. */
export interface Alarm {
  readonly scenario: string;
  readonly from: Day;
  /** The last day on which it was told, within its year. */
  readonly to: Day;
  readonly verdict: "right" | "late" | "false" | "open" | "void";
  /** Days from its beginning to the critical point; negative where it came late. */
  readonly leadDays: number | null;
}

/** A critical point by the rule, and whether anything had warned of it. */
export interface Onset {
  readonly scenario: string;
  readonly on: Day;
  readonly warnedOn: Day | null;
  readonly leadDays: number | null;
}

export interface WarningRecord {
  readonly alarms: readonly Alarm[];
  readonly onsets: readonly Onset[];
  readonly medianLeadDays: number | null;
  /** Per scenario-year that the record covered and that is due; null where there was none. */
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
      alarms: promises.map((promise) => judge(scenario, promise, resolver, today)),
      onsets: onsetsIn(scenario, days, promises, resolver),
      years: coveredYears(scenario, days, resolver, today),
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

type Promised = Pick<Alarm, "from" | "to">;

function promisesIn(told: readonly Told[], scenario: string): Promised[] {
  const promises: Promised[] = [];
  let standing = false;
  for (const { on, warned } of told) {
    const warns = warned.has(scenario);
    const last = promises.at(-1);
    if (warns && standing && last && on <= addDays(last.from, PROMISE_DAYS)) {
      promises[promises.length - 1] = { ...last, to: on };
    } else if (warns) promises.push({ from: on, to: on });
    standing = warns;
  }
  return promises;
}

function judge(scenario: Scenario, { from, to }: Promised, resolver: Resolver, today: Day): Alarm {
  const alarm = { scenario: scenario.id, from, to };
  const ends = addDays(from, PROMISE_DAYS);
  const due = addDays(ends, scenario.resolution.lagDays);
  if (due > today) return { ...alarm, verdict: "open", leadDays: null };
  const history = resolver.historyKnown(scenario, due);
  if (history.firstCritical(from, from) !== null) {
    const began = history.onsets.findLast((on) => on <= from);
    return { ...alarm, verdict: "late", leadDays: began === undefined ? null : daysBetween(from, began) };
  }
  const critical = history.firstCritical(from, ends);
  if (critical !== null) return { ...alarm, verdict: "right", leadDays: daysBetween(from, critical) };
  return { ...alarm, verdict: history.isCovered(from, ends) ? "false" : "void", leadDays: null };
}

/** Critical points between the first and the last of the days that are due, with the warning that stood before them. */
function onsetsIn(
  scenario: Scenario,
  days: readonly Day[],
  promises: readonly Promised[],
  { onsetsBetween }: Resolver,
): Onset[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return onsetsBetween(scenario, first, last).map((on) => {
    const before = days.findLast((day) => day < on);
    const warned = promises.find(({ from, to }) => before !== undefined && from <= before && before <= to);
    const warnedOn = warned?.from ?? null;
    const leadDays = warnedOn === null ? null : daysBetween(warnedOn, on);
    return { scenario: scenario.id, on, warnedOn, leadDays };
  });
}

/** Years between those days in which a critical point would have been seen. */
function coveredYears(
  scenario: Scenario,
  days: readonly Day[],
  { historyKnown }: Resolver,
  today: Day,
): number {
  const { isCovered } = historyKnown(scenario, today);
  const seen = days.slice(1).reduce((sum, day, i) => {
    const isDue = addDays(day, scenario.resolution.lagDays) <= today;
    return isDue && isCovered(days[i]!, day) ? sum + daysBetween(days[i]!, day) : sum;
  }, 0);
  return seen / DAYS_PER_YEAR;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
