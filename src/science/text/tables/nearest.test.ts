import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

test("published distances", () => {
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("ca", "abc")).toBe(3);
  expect(editDistance("RUS", "RSU")).toBe(1);
  expect(editDistance("", "abc")).toBe(3);
});

test("the distance is symmetric, zero only for equals, and at most the longer length", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test("the closest candidate is named, the first among equals, and none that is far", () => {
  expect(nearest("hysterisis", ["direction", "hysteresis"])).toBe("hysteresis");
  expect(nearest("rus", ["USA", "RUS"])).toBe("RUS");
  expect(nearest("AB", ["AC", "AD"])).toBe("AC");
  expect(nearest("espionage", ["launch", "kind"])).toBeNull();
});
