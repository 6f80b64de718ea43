import type { AlongTrack } from "./along-track.ts";
import { usualDrag, type UsualDrag } from "./drag.ts";
import { missesOf, type Misses } from "./misses.ts";

/**
 * How sets err, around each of them: neighbours share observations, so that distance and rate are wrong together and
 * much of it is wrong in the next set too.
 */
export interface SetErrors {
  /** Scales, metres and metres per day. */
  readonly metres: Float64Array;
  readonly metresPerDay: Float64Array;
  /** Seven a set, in those scales: variances of distance, of both, of rate; what part of each the next set keeps. */
  readonly shared: Float64Array;
  /** Days between sets that share so much. */
  readonly gapDays: Float64Array;
  readonly drag: UsualDrag;
}

export const SHARED = 7;
const LEAST_PAIRS = 10;
/** Errors are much the same over so many sets, and are looked at anew every few. */
const [WIDTH, STRIDE] = [301, 8];
const MOST_SCALES = 3;
/** Keeps what is estimated from few sets from being taken for exact. */
const RIDGE = 0.1;
const [LEAST_METRES, LEAST_METRES_PER_DAY] = [3, 1];

/** The errors of the sets of a track without burns, by what each misses a parabola through those around it by. */
export function setErrorsOf(track: AlongTrack): SetErrors {
  const count = track.days.length;
  const misses = missesOf(track);
  const errors: SetErrors = {
    metres: new Float64Array(count),
    metresPerDay: new Float64Array(count),
    shared: new Float64Array(SHARED * count),
    gapDays: new Float64Array(count),
    drag: usualDrag(misses.drag),
  };
  for (let start = 0; start < count; start += STRIDE) {
    const centre = Math.min(start + (STRIDE >> 1), count - 1);
    const [from, to] = [Math.max(0, centre - (WIDTH >> 1)), Math.min(count, centre + (WIDTH >> 1) + 1)];
    const end = Math.min(start + STRIDE, count);
    const metres = Math.max(scaleOf(misses.metres.slice(from, to)), LEAST_METRES);
    const metresPerDay = Math.max(scaleOf(misses.metresPerDay.slice(from, to)), LEAST_METRES_PER_DAY);
    errors.metres.fill(metres, start, end);
    errors.metresPerDay.fill(metresPerDay, start, end);
    errors.gapDays.fill(usualGap(track.days.slice(from, to)), start, end);
    const shared = sharedIn(misses, from, to, metres, metresPerDay);
    for (let i = start; i < end; i++) errors.shared.set(shared, SHARED * i);
  }
  return errors;
}

/** The errors with nothing kept of the set before by those sets that share nothing with it. */
export function withoutSharing(errors: SetErrors, isAlone: (set: number) => boolean): SetErrors {
  const shared = errors.shared.slice();
  for (let i = 0; i < errors.metres.length; i++)
    if (isAlone(i)) shared.fill(0, SHARED * i + 3, SHARED * (i + 1));
  return { ...errors, shared };
}

/** The errors where nothing is known of the drag of some sets. */
export function withoutDrag(errors: SetErrors, isUnknown: (set: number) => boolean): SetErrors {
  const scale = errors.drag.scale.map((known, i) => (isUnknown(i) ? Infinity : known));
  return { ...errors, drag: { ...errors.drag, scale } };
}

function scaleOf(misses: Float64Array): number {
  const sizes = misses
    .filter((miss) => !Number.isNaN(miss))
    .map(Math.abs)
    .sort();
  return 1.4826 * (sizes[sizes.length >> 1] ?? 0);
}

function usualGap(days: Float64Array): number {
  const gaps = days
    .subarray(1)
    .map((day, i) => day - days[i]!)
    .sort();
  return gaps[gaps.length >> 1] ?? 1;
}

function sharedIn(misses: Misses, from: number, to: number, metres: number, metresPerDay: number): number[] {
  const clip = (value: number) => Math.max(-MOST_SCALES, Math.min(MOST_SCALES, value));
  let [n, mm, mr, rr, pairs, nextMm, nextMr, nextRm, nextRr] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [lastM, lastR] = [NaN, NaN];
  for (let i = from; i < to; i++) {
    const [m, r] = [clip(misses.metres[i]! / metres), clip(misses.metresPerDay[i]! / metresPerDay)];
    if (!Number.isNaN(m)) {
      n++;
      [mm, mr, rr] = [mm + m * m, mr + m * r, rr + r * r];
      if (!Number.isNaN(lastM)) {
        pairs++;
        [nextMm, nextMr] = [nextMm + m * lastM, nextMr + m * lastR];
        [nextRm, nextRr] = [nextRm + r * lastM, nextRr + r * lastR];
      }
    }
    [lastM, lastR] = [m, r];
  }
  if (pairs < LEAST_PAIRS) return [1, 0, 1, 0, 0, 0, 0];
  [mm, mr, rr] = [mm / n, mr / n, rr / n];
  const [a, b, d] = [mm + RIDGE, mr, rr + RIDGE];
  const scale = 1 / (pairs * (a * d - b * b));
  const kept = (ofM: number, ofR: number) => [(ofM * d - ofR * b) * scale, (ofR * a - ofM * b) * scale];
  return [mm, mr, rr, ...kept(nextMm, nextMr), ...kept(nextRm, nextRr)];
}
