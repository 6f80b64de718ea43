import fc from "fast-check";
import { expect, test } from "vitest";
import { boxMean } from "./box-mean.ts";
import { medianFilter } from "./median-filter.ts";
import { quantileOf, robustSpread } from "./order-statistics.ts";

const pictures = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 3 }))
  .chain(([width, height, radius]) => {
    const size = { minLength: width * height, maxLength: width * height };
    return fc.record({
      ...{ width: fc.constant(width), height: fc.constant(height), radius: fc.constant(radius) },
      values: fc.array(fc.integer({ min: -50, max: 50 }), size).map((list) => Float32Array.from(list)),
      usable: fc.array(fc.integer({ min: 0, max: 1 }), size).map((list) => Uint8Array.from(list)),
    });
  });

/** Usable values around a pixel, the plain way. */
function around(
  { width, height, radius, values, usable }: typeof pictures extends fc.Arbitrary<infer T> ? T : never,
  i: number,
) {
  const [x, y] = [i % width, Math.floor(i / width)];
  const found: number[] = [];
  for (let v = y - radius; v <= y + radius; v++) {
    for (let u = x - radius; u <= x + radius; u++) {
      const isInside = u >= 0 && v >= 0 && u < width && v < height;
      if (isInside && usable[v * width + u] === 1) found.push(values[v * width + u]!);
    }
  }
  return found.sort((a, b) => a - b);
}

test("box mean and median are those of the usable pixels around", () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      const [mean, median] = [boxMean, medianFilter].map((filter) =>
        filter(picture.values, picture.usable, picture),
      );
      for (let i = 0; i < picture.values.length; i++) {
        if (picture.usable[i] === 0) {
          expect([mean![i], median![i]]).toEqual([NaN, NaN]);
          continue;
        }
        const near = around(picture, i);
        expect(mean![i]).toBeCloseTo(near.reduce((sum, v) => sum + v, 0) / near.length, 4);
        expect(median![i]).toBe(near[near.length >> 1]);
      }
    }),
  );
});

test("quantiles are the sorted values", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(fc.integer(), { minLength: 1, maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 601, maxLength: 3000 }),
      ),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, p) => {
        const sorted = Float64Array.from(list).sort();
        const k = Math.min(list.length - 1, Math.floor(p * list.length));
        expect(quantileOf(Float64Array.from(list), p)).toBe(sorted[k]);
      },
    ),
  );
  expect(robustSpread(Float64Array.from([1, 2, 3, 4, 100]))).toEqual({ median: 3, sigma: 1.4826 });
});
