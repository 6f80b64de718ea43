import { readFileSync } from "node:fs";
import type { FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { expect, test, vi } from "vitest";
import { cutAtAntimeridian } from "./land.ts";

vi.mock("world-atlas/countries-50m.json?url", () => ({ default: "" }));

type World = Topology<{ land: GeometryCollection }>;
const world = JSON.parse(readFileSync("node_modules/world-atlas/land-50m.json", "utf8")) as World;
const land = feature(world, world.objects.land) as FeatureCollection<Polygon | MultiPolygon>;

function ringsOf({ features }: FeatureCollection): Position[][] {
  return features.flatMap(({ geometry }) => {
    if (geometry.type === "Polygon") return geometry.coordinates;
    return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
  });
}

/** Edges that run around the back of the world; one along a pole or the seam itself is fine. */
function jumps(rings: Position[][]): number {
  const isJump = ([x1, y1]: Position, [x2, y2]: Position) =>
    Math.abs(x1! - x2!) > 180 && Math.abs(y1!) < 89.9 && Math.abs(y2!) < 89.9;
  return rings.reduce((n, ring) => n + ring.filter((at, i) => i > 0 && isJump(ring[i - 1]!, at)).length, 0);
}

test("no edge of the land runs around the back of the world, and all of it lies in degrees", () => {
  const rings = ringsOf(cutAtAntimeridian(land));
  expect(jumps(ringsOf(land))).toBeGreaterThan(0);
  expect(jumps(rings)).toBe(0);
  const inside = rings.flat().every(([x, y]) => Math.abs(x!) <= 180 && Math.abs(y!) <= 90);
  expect(inside).toBe(true);
});
