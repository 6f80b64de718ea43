import fc from "fast-check";
import { expect, test } from "vitest";
import { scaleBarOf } from "./scale-bar.ts";

test("a scale bar has a round length and its share of the picture", () => {
  expect(scaleBarOf(5120)).toEqual({ share: 1000 / 5120, words: "1 km" });
  expect(scaleBarOf(900)).toEqual({ share: 200 / 900, words: "200 m" });
});

test("a scale bar takes more than an eighth and at most a third of the width", () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (width) => {
      const { share } = scaleBarOf(width);
      expect(share).toBeLessThanOrEqual(1 / 3 + 1e-12);
      expect(share).toBeGreaterThan(1 / 8);
    }),
  );
});
