import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { leadShift } from "./lead-shift.ts";

const firsts = (own: number, all: number) => ({ own, all, squares: all });

/** Newcombe's method 10 by itself for 56 of 70 against 48 of 80, at 90 %: score limits worked out in full. */
function limits(x: number, n: number): [number, number] {
  const z2 = 1.6448536269514722 ** 2;
  const half = Math.sqrt(z2 * (z2 + (4 * x * (n - x)) / n));
  return [(2 * x + z2 - half) / (2 * (n + z2)), (2 * x + z2 + half) / (2 * (n + z2))];
}

test("56 of 70 against 48 of 80 is a shift of 0.2, with the limits of Newcombe's method 10", () => {
  const { shift, low, high } = leadShift(firsts(48, 80), firsts(56, 70))!;
  const [[l1, u1], [l2, u2]] = [limits(56, 70), limits(48, 80)];
  expect(shift).toBeCloseTo(0.2, 12);
  expect(low).toBeCloseTo(0.2 - Math.hypot(0.8 - l1, u2 - 0.6), 12);
  expect(high).toBeCloseTo(0.2 + Math.hypot(u1 - 0.8, 0.6 - l2), 12);
});

test("the interval holds the true shift about nine times in ten over all truths, small sets included", () => {
  const random = randomStream("lead shift");
  const some = (n: number, p: number) =>
    firsts(Array.from({ length: n }, random).filter((u) => u < p).length, n);
  let held = 0;
  for (let run = 0; run < 2000; run++) {
    const [before, after] = [random(), random()];
    const { low, high } = leadShift(some(12, before), some(8, after))!;
    if (low <= after - before && after - before <= high) held++;
  }
  expect(held / 2000).toBeGreaterThan(0.87);
  expect(held / 2000).toBeLessThan(0.95);
});

test("faded firsts count as fewer, and under three there is no answer", () => {
  const faded = { own: 2, all: 4, squares: 1 };
  const whole = leadShift(firsts(8, 16), firsts(6, 6))!;
  expect(leadShift(faded, firsts(6, 6))!.low).toBeCloseTo(whole.low, 12);
  expect(leadShift(firsts(2, 2), firsts(6, 6))).toBeNull();
});
