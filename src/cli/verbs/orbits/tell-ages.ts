import { STALE_DAYS, type ElementSet } from "#science/orbits/index.ts";
import type { Shell } from "../../shell.ts";

const DAY_MS = 86_400_000;

/** Says on standard error how many sets are too far off a span for good times, and how far the furthest is. */
export function tellAges(
  elements: readonly ElementSet[],
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  shell: Shell,
): void {
  const off = elements.map(({ epochMs }) => Math.max(fromMs - epochMs, epochMs - toMs) / DAY_MS);
  const old = off.filter((days) => days > STALE_DAYS);
  if (old.length === 0) return;
  const furthest = Math.round(old.reduce((a, b) => Math.max(a, b)));
  shell.err(
    `${old.length} of ${elements.length} element sets are more than ${STALE_DAYS} days off the span, the furthest ${furthest}: expect low objects seconds to minutes from there, or more`,
  );
}
