import type { AlongTrack } from "./along-track.ts";
import { scatterOf } from "./scatter.ts";
import { solveWeighted } from "./solve-weighted.ts";

/** What the sets around each say of it; NaN where there are too few. */
export interface Misses {
  /** By how much the set itself misses that. */
  readonly metres: Float64Array;
  readonly metresPerDay: Float64Array;
  /** What the rate gains there, metres per day a day. */
  readonly drag: Float64Array;
}

/** Sets on either side by which one is judged, and from how many days away none are, unless that is most of them. */
const [SIDE, REACH_DAYS] = [10, 10];
const LEAST_SETS = 9;

/** The parabola through each set of a track and those around it, and by how much the set misses it. */
export function missesOf(track: AlongTrack): Misses {
  const { days, metres, metresPerDay } = track;
  const scatter = scatterOf(track);
  const [forMetres, forRate, drags] = Array.from({ length: 3 }, () =>
    new Float64Array(days.length).fill(NaN),
  );
  for (let i = 0; i < days.length; i++) {
    const rows: number[] = [];
    const [wd, wr] = [1 / scatter.metres[i]!, 0.5 / scatter.metresPerDay[i]!];
    const [first, last] = [Math.max(0, i - SIDE), Math.min(days.length - 1, i + SIDE)];
    const reach = Math.max(REACH_DAYS, (days[last]! - days[first]!) / 4);
    for (let j = first; j <= last; j++) {
      const x = days[j]! - days[i]!;
      if (Math.abs(x) >= reach) continue;
      const distance = metres[j]! - metres[i]! - metresPerDay[i]! * x;
      rows.push(wd, wd * x, (wd * x * x) / 2, 0, wd * distance, 1);
      rows.push(0, wr, wr * x, 0, wr * (metresPerDay[j]! - metresPerDay[i]!), 1);
    }
    if (rows.length < 12 * LEAST_SETS) continue;
    const [constant, slope, drag] = solveWeighted(Float64Array.from(rows), 3);
    [forMetres![i], forRate![i], drags![i]] = [-constant!, -slope!, drag!];
  }
  return { metres: forMetres!, metresPerDay: forRate!, drag: drags! };
}
