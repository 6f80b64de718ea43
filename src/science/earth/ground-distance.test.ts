import { expect, test } from "vitest";
import { groundDistanceKm } from "./ground-distance.ts";

test("a degree of latitude is 111.2 km, a point is no way from itself, and the far side is half way round", () => {
  expect(groundDistanceKm({ lat: 10, lon: 20 }, { lat: 11, lon: 20 })).toBeCloseTo(111.195, 2);
  expect(groundDistanceKm({ lat: -40, lon: 170 }, { lat: -40, lon: 170 })).toBe(0);
  expect(groundDistanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20_015.1, 0);
});

test("the way across the antimeridian is the short one", () => {
  expect(groundDistanceKm({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(111.195, 2);
});

test("Jiuquan to Plesetsk lies within half a percent of the geodesic's 4547.2 km", () => {
  const [jiuquan, plesetsk] = [
    { lat: 40.958, lon: 100.291 },
    { lat: 62.925, lon: 40.577 },
  ];
  expect(Math.abs(groundDistanceKm(jiuquan, plesetsk) / 4547.2 - 1)).toBeLessThan(0.005);
});
