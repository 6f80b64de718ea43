import { dayNumber, firstDayOf, lastDayOf, type Month } from "#model/day.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import type { Visit } from "#science/orbits/index.ts";

/** How near in longitude a neighbour is one, degrees: slots are 0.1° to either side. */
export const NEIGHBOUR_DEG = 0.2;
export const DAY_MS = 86_400_000;

/** Beside whom an object stayed in a month, and on how many days. */
export interface Dwell {
  readonly days: number;
  readonly lonDeg: number;
  readonly minDeg: number;
  readonly beside: readonly WatchedObject[];
}

/** What the visits of an object say of a month; null where it stayed beside nobody who is guarded. */
export function dwellOf(
  object: WatchedObject,
  visits: readonly Visit[],
  named: ReadonlyMap<number, WatchedObject>,
  month: Month,
): Dwell | null {
  const [first, last] = [dayNumber(firstDayOf(month)), dayNumber(lastDayOf(month))];
  const stays = visits.flatMap((visit) => {
    if (visit.id !== Number(object.id)) return [];
    const beside = visit.neighbours.filter(
      ({ id, minDeg }) => minDeg <= NEIGHBOUR_DEG && named.get(id)?.role === "guarded",
    );
    const from = Math.max(Math.floor(visit.fromMs / DAY_MS), first);
    const to = Math.min(Math.floor(visit.toMs / DAY_MS), last);
    return beside.length > 0 && from <= to ? [{ visit, beside, days: to - from + 1 }] : [];
  });
  const longest = stays.toSorted((a, b) => b.days - a.days)[0];
  if (!longest) return null;
  return {
    days: stays.reduce((sum, { days }) => sum + days, 0),
    lonDeg: longest.visit.lonDeg,
    minDeg: longest.beside[0]!.minDeg,
    beside: stays.flatMap(({ beside }) => beside.map(({ id }) => named.get(id)!)),
  };
}

/**
 * Whom an object has come to stay beside since it was last told of: a stay of many months arrives once, in the month in
 * which it is first told. Of an object never told of before nobody knows whether it has just come.
 */
export function arrivedBeside(dwell: Dwell | null, before: ReadonlySet<string> | undefined): WatchedObject[] {
  if (dwell === null || before === undefined) return [];
  return [...new Map(dwell.beside.map((each) => [each.id, each])).values()].filter(
    ({ id }) => !before.has(id),
  );
}
