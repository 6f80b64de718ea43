import { rootBetween } from "./crossings.ts";
import { DOUBT, type Exact, TOLERABLE_S } from "./scan.ts";
import { lookForElevation, type Sight } from "./sight.ts";

/** Where between two places of its track an object stands highest. */
export function culmination(sight: Sight, exact: Exact, rise: number, set: number): number {
  const { from, to } = aroundHighest(sight, rise, set);
  lookForElevation(sight, from);
  const before = sight.rising;
  if (!(before > 0)) return from;
  lookForElevation(sight, to);
  const after = sight.rising;
  if (!(after < 0)) return to;
  const at = rootBetween(from, to, (place) => {
    lookForElevation(sight, place);
    return sight.rising;
  });
  const { deviationKmS, knots } = sight.track;
  const stray = (DOUBT * deviationKmS * knots.segmentS) / sight.distance;
  const slack = (stray * (to - from)) / (before - after);
  if (slack * knots.segmentS < TOLERABLE_S) return at;
  return exactTurn(sight, exact, Math.max(rise, at - 2 * slack), Math.min(set, at + 2 * slack)) ?? at;
}

/** A pass within so many segments rises to one height and sinks again. */
const SHORT = 6;

/** The span next to the highest knot, or all of a short pass. */
function aroundHighest(sight: Sight, rise: number, set: number): { from: number; to: number } {
  if (set - rise < SHORT) return { from: rise, to: set };
  let best = rise;
  let highest = -Infinity;
  for (let k = rise; k < set; k = Math.floor(k) + 1) {
    lookForElevation(sight, k);
    if (sight.elevationSine > highest) [best, highest] = [k, sight.elevationSine];
  }
  lookForElevation(sight, set);
  if (sight.elevationSine > highest) best = set;
  return { from: Math.max(rise, Math.ceil(best) - 1), to: Math.min(set, Math.floor(best) + 1) };
}

/** Seconds within which the change of an elevation is as good as straight. */
const STRAIGHT_S = 4;

/** Where between two places the elevation turns by SGP4, told from a second before and after; null where it does not. */
function exactTurn(sight: Sight, exact: Exact, from: number, to: number): number | null {
  const { segmentS } = sight.track.knots;
  const rising = (at: number) =>
    exact.elevationSine(at + 1 / segmentS) - exact.elevationSine(at - 1 / segmentS);
  const [before, after] = [rising(from), rising(to)];
  if (!(before > 0 && after < 0)) return null;
  if ((to - from) * segmentS < STRAIGHT_S) return from + (before / (before - after)) * (to - from);
  return rootBetween(from, to, rising);
}
