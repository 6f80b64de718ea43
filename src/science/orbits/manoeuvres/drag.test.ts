import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { usualDrag } from "./drag.ts";

test("usual drag follows what is fitted, its scale what single fits differ by; gaps take what was before", () => {
  const random = randomStream(1);
  const fitted = Float64Array.from({ length: 400 }, (_, i) => (i < 200 ? 20 : 60) + 4 * (random() - 0.5));
  fitted.fill(NaN, 90, 110);
  const { usual, scale } = usualDrag(fitted);
  expect(Math.abs(usual[100]! - 20)).toBeLessThan(1);
  expect(Math.abs(usual[300]! - 60)).toBeLessThan(1);
  expect(scale[300]! > 0.5 && scale[300]! < 3).toBe(true);
});

test("where no set has enough others around it, nothing is known of drag", () => {
  expect(usualDrag(new Float64Array(5).fill(NaN)).scale).toEqual(new Float64Array(5).fill(Infinity));
});
