import fc from "fast-check";
import { expect, test } from "vitest";
import { changedObjects } from "./changed-objects.ts";
import { signedArea } from "./rings.ts";

const masks = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([width, height]) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      mask: fc
        .array(fc.integer({ min: 0, max: 1 }), { minLength: width * height, maxLength: width * height })
        .map((cells) => Uint8Array.from(cells)),
    }),
  );

test("rings enclose exactly the pixels of their objects, and objects exactly those of the mask", () => {
  fc.assert(
    fc.property(masks, ({ width, height, mask }) => {
      const magnitude = new Float32Array(mask.length).fill(2);
      const { objects, mask: kept } = changedObjects(mask, magnitude, { width, height, leastPixels: 1 });
      expect(kept).toEqual(mask);
      for (const { pixels, rings } of objects) {
        expect(rings.reduce((sum, ring) => sum + signedArea(ring) / 2, 0)).toBe(pixels);
        expect(signedArea(rings[0]!)).toBeGreaterThan(0);
        for (const hole of rings.slice(1)) expect(signedArea(hole)).toBeLessThan(0);
        for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0]);
      }
      expect(objects.reduce((sum, { pixels }) => sum + pixels, 0)).toBe(
        mask.reduce((sum, one) => sum + one, 0),
      );
    }),
  );
});

test("a square with a hole has two rings of four corners, and small objects are dropped", () => {
  const mask = Uint8Array.from([1, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 0, 0]);
  const { objects, mask: kept } = changedObjects(mask, new Float32Array(15), {
    width: 5,
    height: 3,
    leastPixels: 2,
  });
  expect(objects).toHaveLength(1);
  expect(objects[0]!.pixels).toBe(8);
  expect(objects[0]!.rings.map(({ length }) => length)).toEqual([5, 5]);
  expect(kept[9]).toBe(0);
});
