import type { Client } from "#model/client.ts";
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
  return `change/${warning}/${on.slice(0, 7)}/${to}`;
}

/**
 * The changes that concern a client: up to the state it is told from, or down from there, since the day it asked; and of
 * a warning that stood before that day, where it stands.
 */
export function changesDue(warnings: readonly Warning[], client: Client): DueChange[] {
  const { scenarios, since, from } = client;
  const least = height(from);
  return warnings
    .filter(({ scenario }) => scenarios?.includes(scenario) ?? true)
    .flatMap((warning) =>
      warning.steps
        .filter((step) => Math.max(height(step.to), height(step.from)) >= least)
        .filter((step) => step.on >= since || (step === warning.steps.at(-1) && height(step.to) >= least))
        .map((step) => ({ item: changeItem(warning.id, step), warning, step })),
    );
}

/** What a client was told of and the record of today no longer bears out. */
export function changesWithdrawn(warnings: readonly Warning[], told: readonly Notice[]): Notice[] {
  const known = new Set(
    warnings.flatMap((warning) => warning.steps.map((step) => changeItem(warning.id, step))),
  );
  return told.filter(
    ({ item, outcome }) => outcome === "told" && item.startsWith("change/") && !known.has(item),
  );
}

/** A resolved warning is as low as a quiet one. */
function height(state: WarningState): number {
  return state === "resolved" ? 0 : WARNING_STATES.indexOf(state);
}
