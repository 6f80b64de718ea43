import type { AlongTrack } from "./along-track.ts";
import type { Burn } from "./burn.ts";

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

/** Higher orbits, of fewer revolutions a day, hardly feel the air: above some 900 km. */
const LOW_REV_PER_DAY = 14;
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

function isLow({ sets }: AlongTrack): boolean {
  return (sets[sets.length >> 1]?.meanMotionRevPerDay ?? 0) > LOW_REV_PER_DAY;
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

function loweringOf(of: AlongTrack, { day, step }: Burn): Lowering {
  return { of, day, dragDays: step / dragAround(of, day) };
}

/** Sets that tell the usual drag: those of some weeks around, by rates that many sets apart. */
const [AROUND_DAYS, SETS_APART, LEAST_PAIRS] = [45, 5, 8];

/** What the rate usually gains in a day, m/day²: the median, which a burn or a storm hardly moves; NaN where it gains nothing. */
function dragAround({ days, metresPerDay }: AlongTrack, day: number): number {
  const gains: number[] = [];
  for (let i = SETS_APART; i < days.length; i++) {
    if (Math.abs(days[i]! - day) > AROUND_DAYS) continue;
    const before = i - SETS_APART;
    gains.push((metresPerDay[i]! - metresPerDay[before]!) / (days[i]! - days[before]!));
  }
  const median = gains.sort((a, b) => a - b)[gains.length >> 1] ?? 0;
  return gains.length >= LEAST_PAIRS && median > 0 ? median : NaN;
}
