import { daysBetween } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";

/** A plane is entered and the other approached in one coming where no more lies between the two, days. */
const ONE_COMING_DAYS = 100;

/**
 * The same observations, each linked to the first that was told of the same coming of the same satellite to the same
 * other: to enter its plane and to close in is one story, and counts once. Who is told later names who was told before.
 */
export function asOneComing(arrivals: readonly Observation[]): Observation[] {
  const ordered = arrivals.toSorted((a, b) => compare(a.knownAt, b.knownAt) || compare(a.id, b.id));
  const byPair = Map.groupBy(ordered, pairOf);
  return [...byPair.values()].flatMap((told) =>
    told.map((each, i) => {
      const first = told
        .slice(0, i)
        .find(
          ({ kind, validFrom }) =>
            kind !== each.kind && Math.abs(daysBetween(validFrom, each.validFrom)) <= ONE_COMING_DAYS,
        );
      return first ? { ...each, links: [{ relation: "same-story" as const, to: first.id }] } : each;
    }),
  );
}

/** The stream, the kind, and the two satellites begin the id. */
function pairOf({ id }: Observation): string {
  return id.split("/").slice(2, 4).join("/");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
