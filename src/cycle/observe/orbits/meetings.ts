import { mayMeetSlowly, pairApproaches, type Approach } from "#science/orbits/index.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import { DAY_MS } from "./stay-told.ts";

/** Near is within what a day or two of drift closes; slow is what seldom happens to two that pass by chance. */
const SLOW = { withinKm: 100, maxKmS: 0.1 };
/** Sets are compared where they lie no further apart than this, and looked at over so long, up to the later one. */
const [SAME_TIME_MS, LOOK_BACK_MS] = [3 * DAY_MS, 2 * DAY_MS];

/** Two objects as sets of about one time show them. */
export interface Meeting {
  /** Epoch of the later set: nothing after it is told, for it had not happened. */
  readonly atMs: number;
  readonly sets: readonly [PublishedSet, PublishedSet];
  /** The nearest of their slow approaches; null where there was none. */
  readonly nearest: Approach | null;
}

/** What two sets show, one of each object; null where they are not of one time. */
export function meetingOf(a: PublishedSet, b: PublishedSet): Meeting | null {
  if (Math.abs(a.elements.epochMs - b.elements.epochMs) > SAME_TIME_MS) return null;
  const atMs = Math.max(a.elements.epochMs, b.elements.epochMs);
  return { atMs, sets: [a, b], nearest: nearestSlow(a, b, atMs) };
}

function nearestSlow(a: PublishedSet, b: PublishedSet, atMs: number): Approach | null {
  if (!mayMeetSlowly(a.elements, b.elements, { ...SLOW, days: (SAME_TIME_MS + LOOK_BACK_MS) / DAY_MS }))
    return null;
  const span = { originMs: atMs - LOOK_BACK_MS, seconds: LOOK_BACK_MS / 1000, withinKm: SLOW.withinKm };
  const slow = pairApproaches(a.elements, b.elements, span).filter(({ relKmS }) => relKmS <= SLOW.maxKmS);
  return slow.reduce<Approach | null>(
    (best, each) => (best === null || each.missKm < best.missKm ? each : best),
    null,
  );
}
