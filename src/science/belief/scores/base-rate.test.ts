import { expect, test } from "vitest";
import { gammaDraw, randomStream } from "#science/numbers/index.ts";
import { rateBaseRate, shareBaseRate } from "./index.ts";

test("a rate says what its predictive distribution says: P(N ≥ 1) = 1 − (T / (T + t))^(k + ½)", () => {
  const { p, low, high } = rateBaseRate(2, 10, 1, 1);
  expect(p).toBeCloseTo(1 - (10 / 11) ** 2.5, 12);
  expect(low).toBeLessThan(p);
  expect(high).toBeGreaterThan(p);
  expect(rateBaseRate(0, 10, 1, 1)).toMatchObject({ low: 0 });
});

test("three or more agrees with a draw of rates and counts", () => {
  const random = randomStream("counts");
  let hits = 0;
  const draws = 40_000;
  for (let i = 0; i < draws; i++) {
    const mean = (gammaDraw(random, 7.5) / 8.35) * 2;
    let [events, time] = [0, -Math.log(1 - random()) / mean];
    while (time < 1 && events < 3) [events, time] = [events + 1, time - Math.log(1 - random()) / mean];
    if (events >= 3) hits++;
  }
  expect(Math.abs(rateBaseRate(7, 8.35, 3, 2).p - hits / draws)).toBeLessThan(0.01);
});

test("nothing wanted is certain, and no time left is too late", () => {
  expect(rateBaseRate(3, 5, 0, 1).p).toBe(1);
  expect(rateBaseRate(3, 5, 1, 0).p).toBe(0);
});

test("a share stays off 0 and 1, with Wilson's interval", () => {
  const { p, low, high } = shareBaseRate(0, 10);
  expect(p).toBeCloseTo(0.5 / 11, 12);
  expect([low, high]).toEqual([expect.closeTo(0, 12), expect.closeTo(2.7055434540954 / 12.7055434540954, 9)]);
  expect(() => shareBaseRate(3, 2)).toThrow(/3 of 2/);
});
