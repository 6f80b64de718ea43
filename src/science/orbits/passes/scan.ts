import { crossing, rootBetween } from "./crossings.ts";
import { heightAt } from "./horizon.ts";
import { lookForHeight, type Sight } from "./sight.ts";

/** Told of one pass: from where to where on the track; at an end of the track it may go on beyond. */
export type Visit = (rise: number, set: number) => void;

/** What SGP4 itself says at a place of the track, for what the quintics leave in doubt; NaN where it says nothing. */
export interface Exact {
  readonly height: (at: number) => number;
  readonly elevationSine: (at: number) => number;
}

/** How many times the deviation that was found at some places it may be at others. */
export const DOUBT = 4;
/** Seconds by which a time may be off before it is settled by SGP4. */
export const TOLERABLE_S = 0.05;

/**
 * Finds every pass of a track over a horizon. From knot to knot it skips what the object, at its fastest, could not
 * cross; between two knots there is at most one turn, for a segment is a small part of any revolution.
 */
export function scan(sight: Sight, exact: Exact, visit: Visit): void {
  const last = sight.track.known - 1;
  if (last < 1) return;
  let rise = heightAtKnot(sight, 0) >= 0 ? 0 : NaN;
  for (let k = eventful(sight, 0); k < last; k = eventful(sight, k + 1)) {
    const isUp = !Number.isNaN(rise);
    const here = heightAtKnot(sight, k);
    const there = heightAtKnot(sight, k + 1);
    if (there >= 0 !== isUp) {
      const guess = k + here / (here - there);
      const at = settled(sight, exact, crossing(sight, isUp ? k + 1 : k, isUp ? k : k + 1, guess));
      if (isUp) visit(rise, at);
      rise = isUp ? NaN : at;
    } else {
      const apex = apexAfter(sight, k, isUp);
      if (!Number.isNaN(apex)) rise = turnedBack(sight, exact, { k, apex, rise }, visit);
    }
  }
  if (!Number.isNaN(rise)) visit(rise, last);
}

function heightAtKnot({ track, horizon }: Sight, k: number): number {
  return heightAt(horizon, track.x[k]!, track.y[k]!, track.z[k]!);
}

/** The first knot from one on in the segment after which the object could touch the horizon; the last when there is none. */
function eventful({ track, horizon }: Sight, from: number): number {
  const { x, y, z } = track;
  const last = track.known - 1;
  const reach = track.fastestKmS * (1 + Math.abs(horizon.sine)) * track.knots.segmentS;
  const perReach = 1 / reach;
  let k = from;
  let here = heightAt(horizon, x[k]!, y[k]!, z[k]!);
  while (k < last) {
    const away = Math.abs(here) * perReach;
    const next = away < 2 ? k + 1 : Math.min(k + Math.floor(away), last);
    const there = heightAt(horizon, x[next]!, y[next]!, z[next]!);
    if (here < 0 !== there < 0 || Math.abs(here) + Math.abs(there) < reach) return k;
    k = next;
    here = there;
  }
  return last;
}

/**
 * Where within the segment the height turns: a top below the horizon, a bottom above it. NaN where it does not, and
 * where its tangents, between which it turns, meet before the horizon.
 */
function apexAfter(sight: Sight, k: number, isUp: boolean): number {
  const end = k + 1 - LITTLE;
  lookForHeight(sight, k);
  const here = sight.height;
  const before = sight.climb;
  if (before < 0 !== isUp) return NaN;
  lookForHeight(sight, end);
  const after = sight.climb;
  if (after < 0 === isUp) return NaN;
  const meet = here + (before * (sight.height - here - after)) / (before - after);
  if (meet < 0 !== isUp) return NaN;
  return rootBetween(k, end, (at) => {
    lookForHeight(sight, at);
    return sight.climb;
  });
}

/** Keeps a look at the end of a segment within it. */
const LITTLE = 1e-9;

/** Whether something came over the horizon, or sank below it, only between two knots; answers the rise that stands. */
function turnedBack(
  sight: Sight,
  exact: Exact,
  { k, apex, rise }: { readonly k: number; readonly apex: number; readonly rise: number },
  visit: Visit,
): number {
  const isUp = !Number.isNaN(rise);
  lookForHeight(sight, apex);
  const isDoubtful = Math.abs(sight.height) < DOUBT * sight.track.deviationKm;
  const height = isDoubtful ? exact.height(apex) : sight.height;
  if (!(isUp ? height < 0 : height >= 0)) return rise;
  const between = (knot: number) => {
    const [from, to] = knot < apex ? [knot, apex] : [apex, knot];
    if (isDoubtful) return rootBetween(from, to, exact.height);
    return settled(sight, exact, crossing(sight, isUp ? apex : knot, isUp ? knot : apex, (from + to) / 2));
  };
  const [first, second] = [between(k), between(k + 1)];
  visit(isUp ? rise : first, isUp ? first : second);
  return isUp ? second : NaN;
}

/** A crossing just found, settled by SGP4 where the object climbs so slowly that the deviation of the quintics counts. */
function settled(sight: Sight, exact: Exact, at: number): number {
  const { deviationKm, known, knots } = sight.track;
  const slack = (DOUBT * deviationKm) / Math.abs(sight.climb);
  if (slack * knots.segmentS < TOLERABLE_S) return at;
  const [from, to] = [Math.max(0, at - 2 * slack), Math.min(known - 1, at + 2 * slack)];
  return exact.height(from) < 0 === exact.height(to) < 0 ? at : rootBetween(from, to, exact.height);
}
