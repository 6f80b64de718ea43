import type { PathPoint } from "#model/assessment.ts";
import { type Day, lastDayOf, monthOf } from "#model/day.ts";
import { shortDay } from "./dates.ts";
import { points } from "./probability.ts";

/** The last month's end before the day, and how it was judged then. */
export function lastMonth(path: readonly PathPoint[], asOf: Day): PathPoint | undefined {
  return path.findLast(({ month }) => month < monthOf(asOf));
}

/** `+6 since 31 Oct`, or null where nothing was judged before. */
export function changeSince(path: readonly PathPoint[], asOf: Day, p: number): string | null {
  const before = lastMonth(path, asOf);
  if (!before) return null;
  const change = points(before.p, p);
  return `${change === "±0" ? "no change" : change} since ${shortDay(lastDayOf(before.month))}`;
}
