import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { mixChangeP, type FiledCase } from "./mix-change.ts";

const cases = (late: boolean, counts: Readonly<Record<string, number>>): FiledCase[] =>
  Object.entries(counts).flatMap(([value, n]) =>
    Array.from({ length: n }, () => ({ values: [value], isLate: late })),
  );

test("two by two, p is that of Fisher's exact test", () => {
  // Both tails by the likelihood ratio: R fisher.test(matrix(c(3, 1, 1, 3), 2)) gives 0.4857.
  const tea = [...cases(false, { milk: 3, tea: 1 }), ...cases(true, { milk: 1, tea: 3 })];
  expect(mixChangeP(tea, randomStream("tea"))).toBeCloseTo(0.4857, 1);
  const apart = [...cases(false, { a: 8 }), ...cases(true, { b: 8 })];
  // 2 of the 12870 deals part them so.
  expect(mixChangeP(apart, randomStream("apart"))).toBeLessThan(0.002);
});

test("cases dealt at random are called changed as often as the level says", () => {
  const random = randomStream("deals");
  const runs = 400;
  let called = 0;
  for (let run = 0; run < runs; run++) {
    const dealt = Array.from({ length: 40 }, () => ({
      values: random() < 0.2 ? ["x", "y"] : [["x", "y", "z"][Math.floor(random() * 3)]!],
      isLate: random() < 0.6,
    }));
    if (mixChangeP(dealt, random)! <= 0.1) called++;
  }
  expect(called / runs).toBeGreaterThan(0.06);
  expect(called / runs).toBeLessThan(0.14);
});

test("no mix can differ where one value stands alone or one span is empty", () => {
  const random = randomStream("none");
  expect(mixChangeP(cases(true, { a: 3, b: 2 }), random)).toBeNull();
  expect(mixChangeP([...cases(true, { a: 3 }), ...cases(false, { a: 2 })], random)).toBeNull();
  expect(mixChangeP([], random)).toBeNull();
});
