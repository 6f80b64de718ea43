import { expect, test } from "vitest";
import { resampleShifted } from "./resample.ts";

test("a strip without data costs the pixels whose place it takes, no more", () => {
  const band = Float32Array.from({ length: 20 * 20 }, (_, i) => (i % 20 === 10 ? NaN : i % 20));
  const moved = resampleShifted(band, 20, 20, { dx: 0.4, dy: 0 });
  const missing = [...moved.subarray(0, 20).keys()].filter((x) => Number.isNaN(moved[x]!));
  expect(missing).toEqual([9, 10, 19]);
  expect(moved[4]).toBeCloseTo(4.4, 5);
});
