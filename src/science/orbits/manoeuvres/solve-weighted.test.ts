import fc from "fast-check";
import { expect, test } from "vitest";
import { ROW, solveWeighted } from "./solve-weighted.ts";

test("rows that agree are solved exactly, whatever their weights, and a row without weight says nothing", () => {
  const coefficients = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), {
    minLength: 3,
    maxLength: 3,
  });
  const weights = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(coefficients, weights, (wanted, weighed) => {
      const rows = weighed.flatMap((weight, i) => {
        const x = i - 3;
        const seen = wanted[0]! + wanted[1]! * x + wanted[2]! * x * x;
        return [1, x, x * x, 0, seen, weight];
      });
      const solved = solveWeighted(Float64Array.from([...rows, 1, 9, 9, 9, 1e6, 0]), 3);
      expect(rows.length % ROW).toBe(0);
      for (const [k, value] of solved.entries()) expect(value).toBeCloseTo(wanted[k]!, 6);
    }),
  );
});
