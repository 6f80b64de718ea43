import type { AlongTrack } from "./along-track.ts";
import { runningMedian, runningScale } from "./running-median.ts";

const RAD = Math.PI / 180;
/** μ of the Earth, m³/s². */
const MU = 3.986_008e14;
const SIDE = 3;
const [TREND_WIDTH, SCALE_WIDTH] = [31, 121];
/** A change of the inclination counts from this many scales on. */
const MIN_SCALES = 6;

/**
 * For each gap between element sets, the change of velocity across the track, m/s, that the inclination shows: the
 * median of three sets after it against three before, less its trend; 0 where that is within the scatter.
 */
export function planeChanges({ sets, days }: AlongTrack): Float64Array {
  const inclination = Float64Array.from(sets, ({ inclinationDeg }) => inclinationDeg * RAD);
  const gaps = Math.max(sets.length - 1, 0);
  const raw = Float64Array.from({ length: gaps }, (_, gap) => {
    const before = inclination.slice(Math.max(0, gap - SIDE + 1), gap + 1).sort();
    const after = inclination.slice(gap + 1, gap + 1 + SIDE).sort();
    return after[after.length >> 1]! - before[before.length >> 1]!;
  });
  const trend = runningMedian(raw, TREND_WIDTH);
  const changes = raw.map((change, gap) => change - trend[gap]!);
  const scale = runningScale(changes, SCALE_WIDTH, 1e-6);
  return changes.map((change, gap) => {
    if (Math.abs(change) < MIN_SCALES * scale[gap]! || days.length < TREND_WIDTH) return 0;
    const radPerS = (sets[gap]!.meanMotionRevPerDay * 2 * Math.PI) / 86_400;
    return Math.abs(change) * Math.cbrt(MU * radPerS);
  });
}
