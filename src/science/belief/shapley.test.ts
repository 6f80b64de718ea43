import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import type { Worth } from "./shapley.ts";
import { exactShapley, permutationShapley } from "./shapley.ts";

/** Shapley's glove game: a left glove and two right ones; a pair is worth 1. */
const gloves: Worth = ([left, right, other]) => Float64Array.of(left && (right || other) ? 1 : 0);

test("the glove game has its published values, 2/3, 1/6 and 1/6", () => {
  const values = exactShapley(3, gloves).map(([value]) => value);
  [2 / 3, 1 / 6, 1 / 6].forEach((expected, i) => expect(values[i]).toBeCloseTo(expected, 14));
});

test("random orders come near the exact values, and add up whatever their number", () => {
  const worth: Worth = (coalition) => {
    const members = coalition.flatMap((isIn, i) => (isIn ? [i + 1] : []));
    const sum = members.reduce((a, b) => a + b, 0);
    return Float64Array.of(sum ** 2, Math.sin(sum));
  };
  const exact = exactShapley(6, worth);
  const estimate = permutationShapley(6, worth, 4000, randomStream(1));
  exact.forEach((values, i) => expect(Math.abs(estimate[i]![0]! - values[0]!)).toBeLessThan(1.5));
  const few = permutationShapley(6, worth, 3, randomStream(2));
  for (const values of [exact, estimate, few]) {
    const total = (k: number) => values.reduce((sum, each) => sum + each[k]!, 0);
    expect(total(0)).toBeCloseTo(441, 9);
    expect(total(1)).toBeCloseTo(Math.sin(21), 9);
  }
});

test("no players share nothing", () => {
  const nothing: Worth = () => Float64Array.of(5);
  expect(exactShapley(0, nothing)).toEqual([]);
  expect(permutationShapley(0, nothing, 2, randomStream(1))).toEqual([]);
});
