import fc from "fast-check";
import { expect, test } from "vitest";
import { mayMeetSlowly, pairApproaches } from "./pair-approaches.ts";
import { randomElements } from "./testing/random-elements.ts";

const START = Date.UTC(2025, 8, 1);
const LIMITS = { withinKm: 100, maxKmS: 0.1 };

test("no pair is spared that comes near slowly, in low orbits or in the belt", () => {
  const [one] = randomElements(1, 1, START);
  const unit = fc.double({ min: -1, max: 1, noNaN: true });
  let met = 0;
  fc.assert(
    fc.property(fc.boolean(), fc.array(unit, { minLength: 5, maxLength: 5 }), (isLow, by) => {
      const first = { ...one!, meanMotionRevPerDay: isLow ? 14.8 : 1.0027, eccentricity: 0.0005 };
      const second = {
        ...first,
        id: 2,
        inclinationDeg: first.inclinationDeg + by[0]! ** 3,
        raanDeg: first.raanDeg + by[1]! ** 3,
        meanAnomalyDeg: first.meanAnomalyDeg + 5 * by[2]! ** 5,
        meanMotionRevPerDay: first.meanMotionRevPerDay * (1 + 0.03 * by[3]! ** 5),
        eccentricity: 0.01 * Math.abs(by[4]!) ** 3,
      };
      const span = { originMs: START, seconds: 86_400, withinKm: LIMITS.withinKm };
      const slow = pairApproaches(first, second, span).filter(({ relKmS }) => relKmS <= LIMITS.maxKmS);
      if (slow.length === 0) return;
      met++;
      expect(mayMeetSlowly(first, second, { ...LIMITS, days: 3 })).toBe(true);
    }),
    { numRuns: 200, seed: 7 },
  );
  expect(met).toBeGreaterThan(20);
});

test("what crosses at an angle is spared", () => {
  const [one] = randomElements(1, 1, START);
  const crossing = { ...one!, id: 2, raanDeg: one!.raanDeg + 30 };
  expect(mayMeetSlowly(one!, crossing, { ...LIMITS, days: 3 })).toBe(false);
});
