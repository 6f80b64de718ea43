import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundsOf, boxAround, footprintOf, footprintOfBox, intersects } from "./footprint.ts";

const polygon = (...ring: [number, number][]) => ({ type: "Polygon", coordinates: [[...ring, ring[0]!]] });
const box = (w: number, s: number, e: number, n: number) => footprintOfBox([w, s, e, n]);

describe("an area over the antimeridian", () => {
  test.each([
    ["whose edges jump", polygon([179, 60], [-179, 60], [-179, 61], [179, 61])],
    ["that goes on past 180", polygon([179, 60], [181, 60], [181, 61], [179, 61])],
    ["that goes on past −180", polygon([-181, 60], [-179, 60], [-179, 61], [-181, 61])],
    [
      "that is in two parts already",
      {
        type: "MultiPolygon",
        coordinates: [
          [
            [
              [179, 60],
              [180, 60],
              [180, 61],
              [179, 61],
              [179, 60],
            ],
          ],
          [
            [
              [-180, 60],
              [-179, 60],
              [-179, 61],
              [-180, 61],
              [-180, 60],
            ],
          ],
        ],
      },
    ],
  ])("%s is cut there, and its box has its west above its east", (_, geometry) => {
    const area = footprintOf(geometry, null)!;
    expect(area.coordinates).toHaveLength(2);
    for (const [ring] of area.coordinates)
      for (const [lon] of ring!) expect(Math.abs(lon)).toBeLessThanOrEqual(180);
    expect(boundsOf(area)).toEqual([179, 60, -179, 61]);
    expect(
      [box(179.5, 60.2, 179.6, 60.3), box(-179.6, 60.2, -179.5, 60.3), box(0, 60, 1, 61)].map((one) =>
        intersects(area, one),
      ),
    ).toEqual([true, true, false]);
  });

  test("a box of the whole globe stays one", () => {
    expect(boundsOf(footprintOf(polygon([-180, -90], [180, -90], [180, 90], [-180, 90]), null)!)).toEqual([
      -180, -90, 180, 90,
    ]);
  });
});

describe("an area about a pole", () => {
  const ring = [0, 60, 120, 180, -120, -60].map((lon): [number, number] => [lon, 85]);

  test("holds the pole", () => {
    const area = footprintOf(polygon(...ring), null)!;
    expect(boundsOf(area)).toEqual([-180, 85, 180, 90]);
    expect(
      [box(30, 88, 31, 89), box(-100, 89, -99, 90), box(30, 80, 31, 81)].map((one) => intersects(area, one)),
    ).toEqual([true, true, false]);
  });

  test("is the same the other way round, and at the south", () => {
    const south = footprintOf(
      polygon(...ring.toReversed().map(([lon, lat]): [number, number] => [lon, -lat])),
      null,
    )!;
    expect(boundsOf(south)).toEqual([-180, -90, 180, -85]);
  });
});

test("a plain area keeps its place, wherever it lies", () => {
  const boxes = fc.record({
    w: fc.double({ min: -179, max: 170, noNaN: true }),
    s: fc.double({ min: -85, max: 80, noNaN: true }),
  });
  fc.assert(
    fc.property(boxes, ({ w, s }) => {
      const area = footprintOf(polygon([w, s], [w + 3, s], [w + 3, s + 2], [w, s + 2]), null)!;
      expect(boundsOf(area)).toEqual([w, s, w + 3, s + 2]);
      expect(intersects(area, box(w + 1, s + 1, w + 1.5, s + 1.5))).toBe(true);
      expect(intersects(area, box(w - 1, s - 1, w + 4, s + 3))).toBe(true);
      expect(intersects(area, box(w + 3.01, s, w + 4, s + 1))).toBe(false);
    }),
  );
});

test("rubbish is no area, and a box stands in for a missing geometry", () => {
  for (const bad of [
    null,
    {},
    { type: "Polygon" },
    { type: "Polygon", coordinates: [[["a", 1]]] },
    { type: "Polygon", coordinates: [] },
  ]) {
    expect(footprintOf(bad, null)).toBeNull();
  }
  expect(boundsOf(footprintOf(null, [170, -10, 0, -170, -5, 9])!)).toEqual([170, -10, -170, -5]);
});

test("the box around a place crosses the antimeridian, and takes all longitudes at a pole", () => {
  const [w, s, e, n] = boxAround(66, 179.9, 50);
  expect([w > 178, e < -178, s < 66, n > 66]).toEqual([true, true, true, true]);
  expect(boxAround(89.9, 10, 50)).toEqual([-180, expect.any(Number), 180, 90]);
  const [west, , east] = boxAround(40.96, 100.29, 111.195);
  expect((east - west) / 2).toBeCloseTo(1.3245, 3);
});
