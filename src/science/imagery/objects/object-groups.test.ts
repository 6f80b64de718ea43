import fc from "fast-check";
import { expect, test } from "vitest";
import { changedObjects } from "./changed-objects.ts";
import { objectGroups } from "./object-groups.ts";

const [width, height] = [60, 20];

/** Objects of a mask in which rectangles are 1: left, top, width, height. */
function objectsOf(...rectangles: readonly (readonly [number, number, number, number])[]) {
  const mask = new Uint8Array(width * height);
  for (const [x0, y0, w, h] of rectangles) {
    for (let y = y0; y < y0 + h; y++) mask.fill(1, y * width + x0, y * width + x0 + w);
  }
  return changedObjects(mask, new Float32Array(mask.length), { width, height, leastPixels: 1 }).objects;
}

test("objects that lie near each other are one group, those far away another", () => {
  const groups = objectGroups(objectsOf([2, 2, 4, 4], [9, 3, 2, 2], [40, 10, 3, 3]), {
    nearPx: 5,
    widestPx: 40,
  });
  expect(groups.map(({ box, pixels }) => [box, pixels])).toEqual([
    [[2, 2, 11, 6], 20],
    [[40, 10, 43, 13], 9],
  ]);
  expect(groups[0]!.members).toHaveLength(20);
});

test("one object between two joins them whatever the order of their sizes", () => {
  const chain = objectsOf([2, 2, 6, 6], [30, 2, 6, 6], [12, 4, 14, 2]);
  expect(objectGroups(chain, { nearPx: 5, widestPx: 40 })).toHaveLength(1);
  expect(objectGroups(chain, { nearPx: 3, widestPx: 40 })).toHaveLength(3);
});

test("nothing changed is no group", () => {
  expect(objectGroups([], { nearPx: 5, widestPx: 40 })).toEqual([]);
});

test("dense change does not chain over the picture, and the nearest stay together", () => {
  const row = Array.from({ length: 12 }, (_, k) => [5 * k, 4, 2, 2] as const);
  const groups = objectGroups(objectsOf(...row), { nearPx: 5, widestPx: 20 });
  expect(groups.length).toBeGreaterThan(2);
  for (const { box } of groups) expect(box[2] - box[0]).toBeLessThanOrEqual(20);
  const pairs = [
    [0, 4],
    [3, 4],
    [20, 4],
    [23, 4],
  ].map(([x, y]) => [x!, y!, 2, 2] as const);
  const near = objectGroups(objectsOf(...pairs), { nearPx: 16, widestPx: 8 });
  expect(near.map(({ box }) => box)).toEqual([
    [0, 4, 5, 6],
    [20, 4, 25, 6],
  ]);
});

test("one wide object takes in the fragments at its edge and stays one group", () => {
  const groups = objectGroups(objectsOf([5, 5, 50, 6], [57, 6, 2, 2], [10, 12, 1, 1]), {
    ...{ nearPx: 3, widestPx: 20 },
  });
  expect(groups).toHaveLength(1);
});

test("every object is in exactly one group, and no group is too wide", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.nat(57), fc.nat(17), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
      ),
      (rectangles) => {
        const objects = objectsOf(...rectangles);
        const groups = objectGroups(objects, { nearPx: 4, widestPx: 16 });
        expect(groups.flatMap((group) => group.objects).length).toBe(objects.length);
        expect(new Set(groups.flatMap((group) => group.objects)).size).toBe(objects.length);
        for (const { box, objects: some } of groups) {
          const widest = Math.max(...some.map(({ rings: [outside] }) => acrossOf(outside!)));
          expect(Math.max(box[2] - box[0], box[3] - box[1])).toBeLessThanOrEqual(Math.max(16, widest + 8));
        }
      },
    ),
  );
});

function acrossOf(ring: readonly (readonly [number, number])[]): number {
  const spans = [0, 1].map((axis) => {
    const values = ring.map((corner) => corner[axis]!);
    return Math.max(...values) - Math.min(...values);
  });
  return Math.max(...spans);
}
