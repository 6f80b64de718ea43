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
  const groups = objectGroups(objectsOf([2, 2, 4, 4], [9, 3, 2, 2], [40, 10, 3, 3]), 5);
  expect(groups.map(({ box, pixels }) => [box, pixels])).toEqual([
    [[2, 2, 11, 6], 20],
    [[40, 10, 43, 13], 9],
  ]);
  expect(groups[0]!.members).toHaveLength(20);
});

test("one object between two joins them whatever the order of their sizes", () => {
  const chain = objectsOf([2, 2, 6, 6], [30, 2, 6, 6], [12, 4, 14, 2]);
  expect(objectGroups(chain, 5)).toHaveLength(1);
  expect(objectGroups(chain, 3)).toHaveLength(3);
});

test("nothing changed is no group", () => {
  expect(objectGroups([], 5)).toEqual([]);
});
