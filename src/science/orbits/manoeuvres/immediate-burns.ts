import type { AlongTrack } from "./along-track.ts";
import type { Burn } from "./burn.ts";
import { runningMedian, runningScale } from "./running-median.ts";

const [TREND_WIDTH, SCALE_WIDTH] = [21, 81];
const LEAST_STEP = 0.5;
/** A step counts from this many scales on. */
const MIN_SCALES = 6;
/** Where in the gap the orbits before and after may meet, so that the distance bears out the step of the rate. */
const [MEET_FROM, MEET_TO] = [-0.2, 1.2];
/** Two steps in neighbouring gaps that cancel to this part are a bad set. */
const CANCELLED = 0.35;
/** Steps the same way within this are one burn, or burns that nobody could part. */
const ONE_BURST_DAYS = 0.5;

/**
 * Burns that the next set shows in full: the rate steps by much more than it scatters, and the orbits before and
 * after, carried to meet, do so within the gap, which is when the burn was.
 */
export function immediateBurns({ days, metres, metresPerDay }: AlongTrack): Burn[] {
  const gaps = Math.max(days.length - 1, 0);
  const lengths = Float64Array.from({ length: gaps }, (_, i) => days[i + 1]! - days[i]!);
  const trend = runningMedian(
    lengths.map((length, i) => (metresPerDay[i + 1]! - metresPerDay[i]!) / length),
    TREND_WIDTH,
  );
  const steps = lengths.map((length, i) => metresPerDay[i + 1]! - metresPerDay[i]! - trend[i]! * length);
  const scale = runningScale(steps, SCALE_WIDTH, LEAST_STEP);
  const scales = steps.map((step, i) => Math.abs(step) / scale[i]!);
  const burns: Burn[] = [];
  for (let i = 0; i < gaps; i++) {
    if (scales[i]! < MIN_SCALES || isCancelled(steps, scales, i)) continue;
    const length = lengths[i]!;
    const coasted = metresPerDay[i]! * length + 0.5 * trend[i]! * length * length;
    const meeting = 1 - (metres[i + 1]! - metres[i]! - coasted) / (steps[i]! * length);
    if (meeting < MEET_FROM || meeting > MEET_TO) continue;
    const day = days[i]! + Math.min(Math.max(meeting, 0), 1) * length;
    burns.push({ day, step: steps[i]!, response: { days: 0, order: 1 } });
  }
  return mergedBursts(burns);
}

/** Where sets come several times a day, one burn steps from set to set: such steps are one, at their weighted mean. */
function mergedBursts(burns: readonly Burn[]): Burn[] {
  const merged: Burn[] = [];
  for (const burn of burns) {
    const last = merged.at(-1);
    if (!last || burn.day - last.day >= ONE_BURST_DAYS || burn.step * last.step < 0) {
      merged.push(burn);
      continue;
    }
    const step = last.step + burn.step;
    merged.splice(-1, 1, { ...last, step, day: (last.day * last.step + burn.day * burn.step) / step });
  }
  return merged;
}

function isCancelled(steps: Float64Array, scales: Float64Array, i: number): boolean {
  return [i - 1, i + 1].some(
    (j) =>
      (scales[j] ?? 0) > MIN_SCALES / 2 && Math.abs(steps[i]! + steps[j]!) < CANCELLED * Math.abs(steps[i]!),
  );
}
