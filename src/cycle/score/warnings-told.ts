import type { Assessment } from "#model/assessment.ts";
import { addMonths, type Day, lastDayOf, monthOf } from "#model/day.ts";
import type { Warning, WarningState } from "#model/warning.ts";

/** The scenarios of which a warning stood on a day; a watch promises nothing yet. */
export interface Told {
  readonly on: Day;
  readonly warned: ReadonlySet<string>;
}

const WARNS: Readonly<Record<WarningState, boolean>> = {
  quiet: false,
  watch: false,
  warning: true,
  critical: true,
  resolved: false,
};

/** What every assessment told on its day, and nothing between them: a warning that nobody was told is none. */
export function toldBy(assessments: readonly Assessment[]): Told[] {
  return assessments.map(({ asOf, warnings }) => ({
    on: asOf,
    warned: new Set(warnings.filter(({ state }) => WARNS[state]).map(({ scenario }) => scenario)),
  }));
}

/**
 * What would have been told at the end of every month from the first assessment to the last: a longer history changes
 * no step already taken, so the last assessment knows them all.
 */
export function toldMonthly(assessments: readonly Assessment[]): Told[] {
  const [first, last] = [assessments[0], assessments.at(-1)];
  if (!first || !last) return [];
  const told: Told[] = [];
  for (let month = monthOf(first.asOf); lastDayOf(month) <= last.asOf; month = addMonths(month, 1)) {
    const on = lastDayOf(month);
    const standing = last.warnings.filter((warning) => warnedOn(warning, on));
    told.push({ on, warned: new Set(standing.map(({ scenario }) => scenario)) });
  }
  return told;
}

function warnedOn({ steps }: Warning, day: Day): boolean {
  const last = steps.findLast(({ on }) => on <= day);
  return last !== undefined && WARNS[last.to];
}
