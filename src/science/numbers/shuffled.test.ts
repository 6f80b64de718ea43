import fc from "fast-check";
import { expect, test } from "vitest";
import { randomStream } from "./random-stream.ts";
import { shuffled } from "./shuffled.ts";

const inOrder = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

test("every number is there once more, and the given order stays", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (numbers, seed) => {
      const given = [...numbers];
      expect(inOrder(shuffled(given, randomStream(seed)))).toEqual(inOrder(numbers));
      expect(given).toEqual(numbers);
    }),
  );
});

test("each of the orders of three comes about as often", () => {
  const random = randomStream("orders");
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffled([1, 2, 3], random).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
});
