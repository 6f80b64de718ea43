import type { AlongTrack } from "./along-track.ts";
import { robustBend } from "./robust-bend.ts";
import { runningMedian } from "./running-median.ts";
import type { SetErrors } from "./set-errors.ts";
import { setsAround } from "./sets-around.ts";

const SIDES = [3, 5, 8] as const;
const STRIDE = 4;
const WIDTH = 41;
const MOST_MORE = 2;

/** For each set, how many sets on either side a parabola describes nearly as well as it does the nearest ones. */
export function steadySides(track: AlongTrack, errors: SetErrors): Uint8Array {
  const places = Math.ceil(track.days.length / STRIDE);
  const left = SIDES.map((side) =>
    runningMedian(
      Float64Array.from({ length: places }, (_, p) => {
        const around = setsAround(track.days, track.days[p * STRIDE]!, 0, side);
        if (around.to - around.from < 2 * SIDES[0]) return 0;
        const fit = robustBend(track, errors, { ...around, halfDays: Infinity });
        return fit(null, { days: 0, order: 1 }).variance;
      }),
      WIDTH,
    ),
  );
  return Uint8Array.from(track.days, (_, i) => {
    const p = Math.floor(i / STRIDE);
    const steady = SIDES.findLastIndex((_s, k) => left[k]![p]! <= MOST_MORE * left[0]![p]!);
    return SIDES[Math.max(steady, 0)]!;
  });
}
