import type { Client } from "#model/client.ts";
import { addDays, type Day } from "#model/day.ts";
import type { Notice } from "#model/notice.ts";
import { type Warning, WARNING_STATES, type WarningState } from "#model/warning.ts";

type Step = Warning["steps"][number];

/** A change of a warning that a client is to be told, under the name by which it is remembered. */
export interface DueChange {
  readonly item: string;
  readonly warning: Warning;
  readonly step: Step;
}

/** What a change is remembered as: one that moves within its month stays the same. */
export function changeItem(warning: Warning["id"], { on, to }: Pick<Step, "on" | "to">): string {
  return `change/${warning}/${monthOf(on)}/${to}`;
}

/**
 * The changes that concern a client on a day: up to the state it is told from, or down from there, since the day it asked;
 * and of a warning that stood before that day, where it stands. A rise is told at once, a fall when its month is over:
 * the first days of a month are quiet often enough (`npm run bench letters`).
 */
export function changesDue(warnings: readonly Warning[], client: Client, asOf: Day): DueChange[] {
  const { scenarios, since, from } = client;
  const least = height(from);
  return warnings
    .filter(({ scenario }) => scenarios?.includes(scenario) ?? true)
    .flatMap((warning) =>
      warning.steps
        .filter((step) => Math.max(height(step.to), height(step.from)) >= least)
        .filter((step) => step.on >= since || (step === warning.steps.at(-1) && height(step.to) >= least))
        .filter((step) => height(step.to) > height(step.from) || monthOf(step.on) < monthOf(addDays(asOf, 1)))
        .map((step) => ({ item: changeItem(warning.id, step), warning, step })),
    );
}

/** What a client was told of and the record of today no longer bears out; what was taken back already is among it. */
export function changesWithdrawn(warnings: readonly Warning[], told: readonly Notice[]): Notice[] {
  const known = new Set(warnings.flatMap(({ id, steps }) => steps.map((step) => changeItem(id, step))));
  return told.filter(
    ({ item, outcome }) =>
      outcome === "told" && item.startsWith("change/") && !known.has(item.split(AGAIN)[0]!),
  );
}

const AGAIN = "~";

/** The name under which a change is told that may have been told and taken back before. */
export function itemNow(item: string, told: readonly Notice[]): string {
  const takenBack = told.filter(
    (one) => one.outcome === "told" && one.item.split(AGAIN)[0] === `withdrawn/${item}`,
  );
  return takenBack.length === 0 ? item : `${item}${AGAIN}${takenBack.length + 1}`;
}

function monthOf(on: Day): string {
  return on.slice(0, 7);
}

/** A resolved warning is as low as a quiet one. */
function height(state: WarningState): number {
  return state === "resolved" ? 0 : WARNING_STATES.indexOf(state);
}
