import { leadShift } from "#science/series/lead/index.ts";
import { fading, type Increment } from "./increments.ts";
import type { Measured } from "./measured.ts";

/** The lower end of how far a side's share of the window's stories lies above its share before; null if too few. */
export function leadOn({ indicator, increments, among }: Measured, day: number): number | null {
  const { windowDays, halfLifeDays } = indicator;
  const opens = day - windowDays;
  const own = new Set(increments.filter(({ day: on }) => on <= day).map(({ story }) => story));
  const earlier = { own: 0, all: 0, squares: 0 };
  const late = { own: 0, all: 0, squares: 0 };
  for (const { story, day: on } of firstReports(among, day)) {
    const firsts = on > opens ? late : earlier;
    const weight = fading(day - on, windowDays, halfLifeDays);
    firsts.all += weight;
    firsts.squares += weight ** 2;
    if (own.has(story)) firsts.own += weight;
  }
  return leadShift(earlier, late)?.low ?? null;
}

/** A story is one case on the day it first became known, however credible. */
function firstReports(among: readonly Increment[], day: number): Increment[] {
  const told = new Set<string>();
  return among.filter(({ story, day: on }) => {
    if (on > day || told.has(story)) return false;
    told.add(story);
    return true;
  });
}
