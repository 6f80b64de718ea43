import * as fc from "fast-check";
import { expect, test } from "vitest";
import { peakWithin } from "./peak-within.ts";

function search(f: (x: number) => number, at: readonly [number, number, number], tolerance = 1e-10) {
  let calls = 0;
  const points = at.map((x) => ({ x, value: f(x) }));
  const counted = (x: number) => {
    calls++;
    return f(x);
  };
  const x = peakWithin(counted, [points[0]!, points[1]!, points[2]!], tolerance);
  return { x, calls };
}

test("a parabola's peak is found at once, wherever in the bracket it lies", () => {
  const unit = fc.double({ min: -0.4, max: 0.4, noNaN: true });
  fc.assert(
    fc.property(unit, fc.double({ min: 0.1, max: 100, noNaN: true }), (top, height) => {
      const { x, calls } = search((u) => -height * (u - top) ** 2, [-1, 0, 1]);
      expect(x).toBeCloseTo(top, 6);
      expect(calls).toBeLessThanOrEqual(3);
    }),
  );
});

test("other peaks are found in few steps, with the next to flat and the lopsided among them", () => {
  const wave = search((x) => Math.cos(x - 0.7), [-1, 0.5, 2]);
  expect(wave.x).toBeCloseTo(0.7, 4);
  expect(wave.calls).toBeLessThan(10);
  expect(search((x) => Math.log(x + 1) - 3 * x, [-0.9, -0.5, 3]).x).toBeCloseTo(-2 / 3, 4);
  expect(search((x) => -((x - 0.3) ** 4), [-1, 0, 1]).x).toBeCloseTo(0.3, 1);
});

test("points that a parabola says nothing about are answered by the middle one", () => {
  expect(search(() => 1, [0, 1, 3]).x).toBe(1);
  expect(search((x) => (x === 1 ? 0 : -Infinity), [0, 1, 3]).x).toBe(1);
});
