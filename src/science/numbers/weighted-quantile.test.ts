import fc from "fast-check";
import { expect, test } from "vitest";
import { weightedQuantile } from "./weighted-quantile.ts";

test("equal weights give the plain order statistics", () => {
  const values = [5, 1, 4, 2, 3];
  const at = (q: number) => weightedQuantile(values, [1, 1, 1, 1, 1], q);
  expect([0, 0.2, 0.21, 0.5, 0.99, 1].map(at)).toEqual([1, 1, 2, 3, 5, 5]);
});

test("a weight of n counts as n copies, and a weight of zero as none", () => {
  const weighted = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(4)), { minLength: 1 });
  fc.assert(
    fc.property(weighted, fc.double({ min: 0, max: 1, noNaN: true }), (pairs, q) => {
      fc.pre(pairs.some(([, weight]) => weight > 0));
      const copies = pairs.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
      const ones = copies.map(() => 1);
      const [values, weights] = [pairs.map(([value]) => value), pairs.map(([, weight]) => weight)];
      expect(weightedQuantile(values, weights, q)).toBe(weightedQuantile(copies, ones, q));
    }),
  );
});

test("input that has no quantile is refused", () => {
  expect(() => weightedQuantile([], [], 0.5)).toThrow(RangeError);
  expect(() => weightedQuantile([1], [0], 0.5)).toThrow("positive weight");
  expect(() => weightedQuantile([1, 2], [1], 0.5)).toThrow("1 for 2");
  expect(() => weightedQuantile([1], [1], 1.5)).toThrow("1.5");
  expect(() => weightedQuantile([1, 2], [1, -1], 0.5)).toThrow("-1");
});
