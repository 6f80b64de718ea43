import type { AlongTrack } from "./along-track.ts";
import type { Burn } from "./burn.ts";

/** Higher orbits, of fewer revolutions a day, hardly feel the air: above some 900 km. */
const LOW_REV_PER_DAY = 14;
/** Sets that tell the usual drag: those of some weeks around, by rates that many sets apart. */
const [AROUND_DAYS, SETS_APART, LEAST_PAIRS] = [45, 5, 8];
/**
 * The air alone takes so many days' worth of drag more than usual, or spares so many, before it is as usual again: few
 * bends of simulated orbits without burns go further, and no labelled burn that is told is as small.
 */
const [MOST_MORE, MOST_SPARED] = [8, 4];

/** Whether an orbit is so low that the air is felt. */
export function isLow({ sets }: AlongTrack): boolean {
  return (sets[sets.length >> 1]?.meanMotionRevPerDay ?? 0) > LOW_REV_PER_DAY;
}

/** By how many days of its usual drag a burn lowered an orbit, below 0 where it raised it; NaN where drag is not told. */
export function dragDaysOf(track: AlongTrack, { day, step }: Burn): number {
  return step / dragAround(track, day);
}

/** Whether a change of drag over some days could be all there is to what looks like a burn. */
export function isWithinDrag(track: AlongTrack, burn: Burn): boolean {
  if (!isLow(track)) return false;
  const dragDays = dragDaysOf(track, burn);
  return dragDays > -MOST_SPARED && dragDays < MOST_MORE;
}

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
