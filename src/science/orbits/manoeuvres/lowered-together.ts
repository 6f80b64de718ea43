import type { AlongTrack } from "./along-track.ts";
import type { Burn } from "./burn.ts";
import { dragDaysOf, isLow } from "./drag-days.ts";

/** A history with the burns that may have been in it. */
export interface Judged {
  readonly track: AlongTrack;
  readonly burns: readonly Burn[];
}

/** What lowered an orbit, and by how many days of its usual drag. */
interface Lowering {
  readonly of: AlongTrack;
  readonly day: number;
  readonly dragDays: number;
}

/** A storm lasts for days, and what it did is timed no better. */
const SAME_DAYS = 3;
/** So many orbits, and this share of the low ones, are not lowered at one time by chance. */
const [LEAST_COUNT, LEAST_SHARE] = [4, 1 / 3];
/** Storms swell the air more higher up; a burn worth more than this beside the median is none of the air's. */
const MOST_BESIDE_MEDIAN = 4;

/**
 * Tells what only looks like a burn: in a geomagnetic storm the air lowers many low orbits at once, each by about as many
 * days of its own drag. Of one history, or of a few, nothing can be told.
 */
export function loweredTogether(histories: readonly Judged[]): (track: AlongTrack, burn: Burn) => boolean {
  const low = histories.filter(({ track }) => isLow(track));
  const lowerings = low
    .flatMap(({ track, burns }) => burns.map((burn) => loweringOf(track, burn)))
    .filter(({ dragDays }) => dragDays > 0)
    .sort((a, b) => a.day - b.day);
  return (track, burn) => {
    const { dragDays } = loweringOf(track, burn);
    if (!(isLow(track) && dragDays > 0)) return false;
    const together = within(lowerings, burn.day);
    const lowered = new Set(together.map(({ of }) => of)).size;
    if (lowered < LEAST_COUNT || lowered < LEAST_SHARE * low.filter(covers(burn.day)).length) return false;
    const sizes = together.map((each) => each.dragDays).sort((a, b) => a - b);
    return dragDays <= MOST_BESIDE_MEDIAN * sizes[sizes.length >> 1]!;
  };
}

function covers(day: number): (history: Judged) => boolean {
  return ({ track: { days } }) => days[0]! < day - SAME_DAYS && days.at(-1)! > day + SAME_DAYS;
}

function within(lowerings: readonly Lowering[], day: number): readonly Lowering[] {
  let [from, to] = [0, lowerings.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lowerings[middle]!.day < day - SAME_DAYS) from = middle + 1;
    else to = middle;
  }
  while (to < lowerings.length && lowerings[to]!.day <= day + SAME_DAYS) to++;
  return lowerings.slice(from, to);
}

function loweringOf(of: AlongTrack, burn: Burn): Lowering {
  return { of, day: burn.day, dragDays: dragDaysOf(of, burn) };
}
