import fc from "fast-check";
import { expect, test } from "vitest";
import { probabilitySpan } from "./probability-span.ts";

test("a span is as narrow as twentieths allow", () => {
  expect(probabilitySpan([0.86, 0.94, 0.97])).toEqual([0.85, 1]);
  expect(probabilitySpan([0.003, 0.018])).toEqual([0, 0.05]);
  expect(probabilitySpan([0, 0])).toEqual([0, 0.05]);
  expect(probabilitySpan([1])).toEqual([0.95, 1]);
});

test("every probability lies within its span, which is never empty", () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(probability, { minLength: 1 }), (all) => {
      const [low, high] = probabilitySpan(all);
      expect(low).toBeLessThan(high);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      for (const p of all) expect(low <= p && p <= high).toBe(true);
    }),
  );
});
