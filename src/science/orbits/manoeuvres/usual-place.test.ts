import fc from "fast-check";
import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { usualPlace } from "./usual-place.ts";

const REPEAT_DAYS = 9.9156;
const SPREAD_DAYS = 0.4;

/** Burns of some years, each some cycles after the last: at one place of the track or anywhere, told half a day off. */
function burnsOf(seed: number, place: number | null) {
  const random = randomStream(seed);
  const error = () => SPREAD_DAYS * 2 * (random() + random() + random() - 1.5);
  let cycle = 0;
  return Array.from({ length: 24 }, () => {
    cycle += 3 + Math.floor(8 * random());
    const day = (cycle + (place ?? random())) * REPEAT_DAYS + error();
    return { day, spreadDays: SPREAD_DAYS, gain: 30 };
  });
}

test("burns at one place of a track make the same place likely in other cycles, however badly each is timed", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (seed, place) => {
        const usual = usualPlace(REPEAT_DAYS, burnsOf(seed, place), 60 * REPEAT_DAYS)!;
        for (const cycle of [40, 60, 75]) {
          const there = (cycle + place) * REPEAT_DAYS;
          const likely = Math.max(...[-0.3, -0.15, 0, 0.15, 0.3].map((beside) => usual(there + beside)));
          expect(likely).toBeGreaterThan(5);
          expect(usual(there + 1.5)).toBeLessThan(0.5);
        }
      },
    ),
  );
});

test("burns anywhere make no place likely, but for few histories", () => {
  const told = Array.from({ length: 300 }, (_, seed) =>
    usualPlace(REPEAT_DAYS, burnsOf(seed + 1, null), 600),
  );
  expect(told.filter((usual) => usual !== null).length).toBeLessThan(9);
});

test("what is likelier at one time is less likely at others: over a cycle it comes to one", () => {
  const usual = usualPlace(REPEAT_DAYS, burnsOf(1, 0.3), 600)!;
  const times = Array.from({ length: 5000 }, (_, i) => 600 + (i / 5000) * REPEAT_DAYS);
  expect(times.reduce((sum, time) => sum + usual(time), 0) / times.length).toBeCloseTo(1, 2);
});

test("a burn says nothing of itself, nor does one that is hardly seen", () => {
  const burns = burnsOf(1, 0.3);
  const [first, ...others] = burns;
  const usual = usualPlace(REPEAT_DAYS, burns, first!.day)!;
  expect(usual(first!.day)).toBe(usualPlace(REPEAT_DAYS, others, first!.day)!(first!.day));
  const unsure = burns.map((burn) => ({ ...burn, gain: 5 }));
  expect(usualPlace(REPEAT_DAYS, unsure, 600)).toBeNull();
});
