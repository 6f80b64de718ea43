/**
 * The sets a bend is fitted to, its rough day, how long sets may lag behind it, and how far from it, in days, sets
 * count by half, as no parabola describes an orbit for long.
 */
export interface SetsAround {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly day: number;
  readonly lagDays: number;
  readonly halfDays: number;
}

/** Sets further away than these many days for each that is wanted are left out, but for the nearest few. */
const DAYS_A_SET = 2.2;
const LEAST_SIDE = 3;
const LEAST_HALF_DAYS = 0.5;

/** So many sets on either side of a day, beside those that may lag. */
export function setsAround(days: Float64Array, day: number, lagDays: number, side: number): SetsAround {
  const after = firstAfter(days, day);
  const reach = DAYS_A_SET * (side + lagDays);
  let from = Math.max(0, after - side);
  let to = Math.min(days.length, after + side + Math.ceil(lagDays));
  while (from < after - LEAST_SIDE && day - days[from]! > reach) from++;
  while (to > after + LEAST_SIDE && days[to - 1]! - day > reach) to--;
  const halfDays = Math.max((day - days[from]!) / 2, LEAST_HALF_DAYS);
  return { from, to, day, lagDays, halfDays };
}

/** The first set after a day; their number where there is none. */
export function firstAfter(days: Float64Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! > day) high = middle;
    else low = middle + 1;
  }
  return low;
}
