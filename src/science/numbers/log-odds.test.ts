import fc from "fast-check";
import { expect, test } from "vitest";
import { expit, logSumExp, logit } from "./log-odds.ts";

test("expit undoes logit", () => {
  const p = fc.double({ min: 1e-300, max: 1 - 1e-12, noNaN: true });
  fc.assert(
    fc.property(p, (x) => {
      expect(Math.abs(expit(logit(x)) / x - 1)).toBeLessThan(1e-12);
    }),
  );
});

test("both stay exact at the ends and far out", () => {
  expect([logit(0), logit(0.5), logit(1)]).toEqual([-Infinity, 0, Infinity]);
  expect([expit(-Infinity), expit(0), expit(Infinity), expit(-800), expit(800)]).toEqual([0, 0.5, 1, 0, 1]);
  expect(Math.abs(expit(-700) / 9.85967654375977e-305 - 1)).toBeLessThan(1e-12);
  expect(() => logit(1.2)).toThrow("1.2");
});

test("logSumExp neither overflows nor underflows", () => {
  expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 12);
  expect(logSumExp([-2000, -2000, -2000])).toBeCloseTo(-2000 + Math.log(3), 12);
  expect(logSumExp([])).toBe(-Infinity);
  expect(logSumExp([-Infinity, -Infinity])).toBe(-Infinity);
  expect(logSumExp([-Infinity, 3])).toBe(3);
  expect(logSumExp([Infinity, 3])).toBe(Infinity);
  expect(logSumExp([NaN, 3])).toBeNaN();
});
