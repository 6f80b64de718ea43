import type { Warning, WarningState } from "#model/warning.ts";

const GRAVITY: Readonly<Record<WarningState, number>> = {
  critical: 3,
  warning: 2,
  watch: 1,
  quiet: 0,
  resolved: 0,
};

/** Whether somebody has to know about it. */
export function isOpen({ state }: Pick<Warning, "state">): boolean {
  return GRAVITY[state] > 0;
}

/** Gravest first; among equals the one that changed last. */
export function gravestFirst<W extends Pick<Warning, "state" | "changedOn">>(warnings: readonly W[]): W[] {
  return warnings.toSorted(
    (a, b) => GRAVITY[b.state] - GRAVITY[a.state] || (a.changedOn < b.changedOn ? 1 : -1),
  );
}
