import fc from "fast-check";
import { expect, test } from "vitest";
import { clearAround, clearByClass, clearByCloudProbability, isSeen } from "./scene-mask.ts";

test("a pixel is clear exactly where no hidden one lies within the distance", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 99, maxLength: 99 }),
      fc.double({ min: 0, max: 45, noNaN: true }),
      (cells, metres) => {
        const hidden = Uint8Array.from(cells, (cell) => (cell === 0 ? 1 : 0));
        const clear = clearAround(hidden, metres, { width: 11, height: 9, pixelMetres: 10 });
        for (let i = 0; i < 99; i++) {
          const isNear = Array.from(hidden).some(
            (one, k) =>
              one === 1 &&
              Math.hypot((k % 11) - (i % 11), Math.floor(k / 11) - Math.floor(i / 11)) <= metres / 10,
          );
          expect(clear[i]).toBe(isNear ? 0 : 1);
        }
      },
    ),
  );
});

test("clouds, shadow and snow hide the ground; vegetation, soil and water do not", () => {
  const grid = { width: 12, height: 1, pixelMetres: 20 };
  expect([
    ...clearByClass(
      Uint8Array.from({ length: 12 }, (_, i) => i),
      0,
      grid,
    ),
  ]).toEqual([0, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0]);
  const odds = Float32Array.from([0, 0, 0.3, 0.9, 0, 0, 0, NaN, 0, 0, 0, 0]);
  expect([...clearByCloudProbability(odds, 20, grid)]).toEqual([1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1]);
});

test("a site is seen where its core is", () => {
  const core = Uint8Array.from([0, 1, 1, 0]);
  expect(isSeen(Uint8Array.from([0, 1, 1, 1]), core)).toBe(true);
  expect(isSeen(Uint8Array.from([1, 0, 1, 1]), core)).toBe(false);
});
