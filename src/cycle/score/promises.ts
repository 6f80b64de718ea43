import { addDays, daysBetween, type Day } from "#model/day.ts";
import type { Scenario } from "#model/scenario.ts";
import type { Resolver } from "./resolve.ts";
import type { RuleHistory } from "./rule-history.ts";
import type { Told } from "./warnings-told.ts";

/** A warning promises the critical point within a year; one that stands longer is a new promise every year. */
const PROMISE_DAYS = 365;

/** What a warning said of a year, as it was told. */
export interface Promised {
  readonly from: Day;
  /** The last day on which it was told, within its year. */
  readonly to: Day;
  /** Every day on which it was told. */
  readonly days: readonly Day[];
  /** Whether it was told before, or nothing could have been: such a promise comes to no point too late. */
  readonly goesOn: boolean;
}

/**
 * What became of a promise. Of a start: right, late, false. One that goes on while a critical point lasts promises no
 * start but that it lasts: it did on every day on which it was told, or had ended on one of them.
 */
export type PromiseVerdict = "right" | "late" | "false" | "lasted" | "ended" | "open" | "void";

/** One promise of a critical point: told as warning or critical from a day on, and again a year later if it still stands. */
export interface Alarm {
  readonly scenario: string;
  readonly from: Day;
  /** The last day on which it was told, within its year. */
  readonly to: Day;
  readonly verdict: PromiseVerdict;
  /** Days from its beginning to the critical point; negative where it came late. */
  readonly leadDays: number | null;
  /** The day on which the critical point began, where it lasted already when this was promised. */
  readonly criticalSince: Day | null;
}

/** The promises of one scenario, in the order of their days. */
export function promisesIn(told: readonly Told[], scenario: string): Promised[] {
  const promises: Promised[] = [];
  let standing = true;
  for (const { on, warned } of told) {
    const warns = warned.has(scenario);
    const last = promises.at(-1);
    if (warns && standing && last && on <= addDays(last.from, PROMISE_DAYS)) {
      promises[promises.length - 1] = { ...last, to: on, days: [...last.days, on] };
    } else if (warns) promises.push({ from: on, to: on, days: [on], goesOn: standing });
    standing = warns;
  }
  return promises;
}

/** What became of one promise, by what was known when its year and the lag of reports had passed. */
export function judgePromise(
  scenario: Scenario,
  promise: Promised,
  { historyKnown }: Pick<Resolver, "historyKnown">,
  today: Day,
): Alarm {
  const { from, to } = promise;
  const ends = addDays(from, PROMISE_DAYS);
  const due = addDays(ends, scenario.resolution.lagDays);
  const alarm = { scenario: scenario.id, from, to, leadDays: null, criticalSince: null };
  if (due > today) return { ...alarm, verdict: "open" };
  const history = historyKnown(scenario, due);
  const critical = history.firstCritical(from, ends);
  if (critical === null) return { ...alarm, verdict: history.isCovered(from, ends) ? "false" : "void" };
  if (critical > from) return { ...alarm, verdict: "right", leadDays: daysBetween(from, critical) };
  const since = history.onsets.findLast((on) => on <= from) ?? null;
  if (promise.goesOn) return { ...alarm, verdict: lasting(promise, history), criticalSince: since };
  return {
    ...alarm,
    verdict: "late",
    leadDays: since === null ? null : daysBetween(from, since),
    criticalSince: since,
  };
}

function lasting({ days }: Promised, { stateOn }: RuleHistory): "lasted" | "ended" | "void" {
  const states = days.map(stateOn);
  if (states.every((state) => state === "critical")) return "lasted";
  return states.every((state) => state === "critical" || state === null) ? "void" : "ended";
}
