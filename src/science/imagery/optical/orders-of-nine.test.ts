import fc from "fast-check";
import { expect, test } from "vitest";
import { ordersOfNine } from "./orders-of-nine.ts";

const pictures = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .chain(([width, height]) => {
    const size = { minLength: width * height, maxLength: width * height };
    return fc.record({
      ...{ width: fc.constant(width), height: fc.constant(height) },
      values: fc.array(fc.float({ min: 0, noNaN: true }), size).map((list) => Float32Array.from(list)),
      usable: fc.array(fc.integer({ min: 0, max: 1 }), size).map((list) => Uint8Array.from(list)),
    });
  });

test("orders are those of the nine around, the pixel itself in place of what is not there or not usable", () => {
  fc.assert(
    fc.property(pictures, ({ width, height, values, usable }) => {
      const { least, middle, largest } = ordersOfNine(values, usable, { width, height });
      const within = (at: number, length: number) => Math.min(Math.max(at, 0), length - 1);
      for (let i = 0; i < values.length; i++) {
        if (usable[i] === 0) continue;
        const nine = Float32Array.from({ length: 9 }, (_, k) => {
          const x = within((i % width) + (k % 3) - 1, width);
          const y = within(Math.floor(i / width) + Math.floor(k / 3) - 1, height);
          return usable[y * width + x] === 1 ? values[y * width + x]! : values[i]!;
        }).sort();
        expect([least[i], middle[i], largest[i]].map((one) => one! + 0)).toEqual(
          [nine[0], nine[4], nine[8]].map((one) => one! + 0),
        );
      }
    }),
  );
});
