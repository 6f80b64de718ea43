import { runningMedian, runningScale } from "./running-median.ts";

/** What the rate of an orbit gains, metres per day a day, around each of its sets. */
export interface UsualDrag {
  readonly usual: Float64Array;
  /** The scale of what it gains beside that; infinite where nothing is known. */
  readonly scale: Float64Array;
}

/** Drag is much the same over so many sets, looked at anew every few; it changes as it does there or over more. */
const [NEAR_WIDTH, WIDE_WIDTH, STRIDE] = [41, 301, 8];
const LEAST_SCALE = 0.1;

/** What drag usually is around each set, from what was fitted there; NaN is what the set before had. */
export function usualDrag(fitted: Float64Array): UsualDrag {
  let last = fitted.find((value) => !Number.isNaN(value));
  if (last === undefined) {
    return { usual: new Float64Array(fitted.length), scale: new Float64Array(fitted.length).fill(Infinity) };
  }
  const known = fitted.map((value) => (last = Number.isNaN(value) ? last! : value));
  const usual = runningMedian(known, NEAR_WIDTH, STRIDE);
  const beside = known.map((value, i) => value - usual[i]!);
  const near = runningScale(beside, NEAR_WIDTH, LEAST_SCALE);
  const wide = runningScale(beside, WIDE_WIDTH, LEAST_SCALE);
  return { usual, scale: near.map((scale, i) => Math.max(scale, wide[i]!)) };
}
