import fc from "fast-check";
import { expect, test } from "vitest";
import type { RelativeMotion } from "./relative-motion.ts";
import { stretchesWithin } from "./stretch.ts";

/** Relative motion of one dimension more than its distance: position and velocity of the plane as functions of time. */
function motionOf(
  place: (t: number) => [number, number],
  speed: (t: number) => [number, number],
): RelativeMotion {
  return (seconds) => {
    const [x, y] = place(seconds);
    const [u, v] = speed(seconds);
    return { seconds, squared: x * x + y * y, slope: x * u + y * v, speedSquared: u * u + v * v };
  };
}

test("a straight passage is a chord through the sphere", () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(number(0, 4.99), number(0.05, 15), number(200, 700), (miss, speed, tca) => {
      const motion = motionOf(
        (t) => [speed * (t - tca), miss],
        () => [speed, 0],
      );
      const [only, ...others] = stretchesWithin(motion, [0, 900], 5);
      const half = Math.sqrt(25 - miss * miss) / speed;
      expect(others).toEqual([]);
      expect(only!.tca).toBeCloseTo(tca, 5);
      expect(only!.missKm).toBeCloseTo(miss, 8);
      expect(only!.from).toBeCloseTo(Math.max(0, tca - half), 3);
      expect(only!.to).toBeCloseTo(Math.min(900, tca + half), 3);
    }),
  );
});

/** In the plane of an orbit, at distances from 2 to 8 km, twice a revolution. */
const swinging = motionOf(
  (t) => [5 + 3 * Math.cos((4 * Math.PI * t) / 5800), 0],
  (t) => [((-12 * Math.PI) / 5800) * Math.sin((4 * Math.PI * t) / 5800), 0],
);

test("a pair that swings in and out has a stretch each time, one that stays has a single one", () => {
  expect(stretchesWithin(swinging, [0, 5800], 5).map(({ missKm }) => missKm)).toEqual([
    expect.closeTo(2, 8),
    expect.closeTo(2, 8),
  ]);
  const [whole, ...others] = stretchesWithin(swinging, [0, 5800], 9);
  expect(others).toEqual([]);
  expect(whole).toMatchObject({ from: 0, to: 5800, missKm: expect.closeTo(2, 8) });
});

test("where one has no position there is no stretch, and one that began ends", () => {
  const ending: RelativeMotion = (seconds) => (seconds > 450 ? null : swinging(seconds));
  const [only, ...others] = stretchesWithin(ending, [0, 5800], 9);
  expect(others).toEqual([]);
  expect(only!.to).toBeGreaterThan(200);
  expect(only!.to).toBeLessThanOrEqual(450);
  const vanishing: RelativeMotion = (seconds) =>
    seconds > 1000 && seconds < 2000 ? null : swinging(seconds);
  expect(stretchesWithin(vanishing, [0, 5800], 5).length).toBe(3);
});
