import { expect, test } from "vitest";
import type { ElementSet } from "../elements/element-set.ts";
import { bareSet } from "../elements/testing/bare-set.ts";
import { alongTrack } from "./along-track.ts";
import { repeatDays } from "./repeat-days.ts";

/** Daily sets of an orbit that does not change. */
function historyOf(meanMotionRevPerDay: number, inclinationDeg: number, eccentricity: number): ElementSet[] {
  return Array.from({ length: 30 }, (_, day) =>
    bareSet({
      id: 90_001,
      epochMs: Date.UTC(2020, 0, day),
      meanMotionRevPerDay,
      eccentricity,
      inclinationDeg,
      raanDeg: 10,
      argumentOfPerigeeDeg: 90,
      meanAnomalyDeg: 0,
    }),
  );
}

const middleOf = (history: ElementSet[]) => repeatDays(alongTrack(history))[15]!;

test("the ground tracks of missions repeat when their operators say", () => {
  // TOPEX and the Jasons: 127 revolutions in 9.9156 days; Sentinel-3: 385 in 27; SARAL and Envisat: 501 in 35.
  expect(middleOf(historyOf(12.809_31, 66.04, 8e-4))).toBeCloseTo(9.9156, 3);
  expect(middleOf(historyOf(14.267_38, 98.62, 1.2e-4))).toBeCloseTo(27, 2);
  expect(middleOf(historyOf(14.322_48, 98.54, 1.2e-4))).toBeCloseTo(35, 2);
});

test("a track that is not kept repeats after no number of days", () => {
  expect(middleOf(historyOf(12.7941, 66.04, 8e-4))).toBeNaN();
});
