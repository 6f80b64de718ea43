import { expect, test } from "vitest";
import { earthFixed } from "./geodetic.ts";
import { sunKm } from "./sun.ts";

test("a place is where Vallado's example 3-3 has it, to a metre", () => {
  // Vallado, Fundamentals of Astrodynamics, 4th edition, example 3-3, the other way round.
  const { position } = earthFixed({ latDeg: 34.352496, lonDeg: 46.4464, altKm: 5085.22 });
  [6524.834, 6862.875, 6448.296].forEach((km, i) => expect(Math.abs(position[i]! - km)).toBeLessThan(0.02));
});

test("the poles are a pole's radius from the centre, and up there is along the axis", () => {
  for (const latDeg of [90, -90]) {
    const { position, up } = earthFixed({ latDeg, lonDeg: 123, altKm: 0 });
    expect(position[2] * Math.sign(latDeg)).toBeCloseTo(6356.752314245, 6);
    expect(Math.hypot(position[0], position[1])).toBeLessThan(1e-9);
    expect(up[2]).toBeCloseTo(Math.sign(latDeg), 12);
  }
});

test("a place that is none is refused with what it should be", () => {
  expect(() => earthFixed({ latDeg: 91, lonDeg: 0, altKm: 0 })).toThrow(
    /latitude must be in \[-90, 90\].*91/,
  );
  expect(() => earthFixed({ latDeg: NaN, lonDeg: 0, altKm: 0 })).toThrow(RangeError);
  expect(() => earthFixed({ latDeg: 0, lonDeg: 400, altKm: 0 })).toThrow(/longitude/);
  expect(() => earthFixed({ latDeg: 0, lonDeg: 0, altKm: Infinity })).toThrow(/height/);
});

test("the Sun is where Vallado's example 5-1 has it on 2006-04-02, to a hundredth of a degree", () => {
  const [x, y, z] = sunKm(Date.UTC(2006, 3, 2));
  const right = [146_186_212, 28_788_976, 12_481_064] as const;
  const cosine = (x * right[0] + y * right[1] + z * right[2]) / (Math.hypot(x, y, z) * Math.hypot(...right));
  expect((Math.acos(Math.min(1, cosine)) * 180) / Math.PI).toBeLessThan(0.01);
  expect(Math.hypot(x, y, z) / Math.hypot(...right)).toBeCloseTo(1, 3);
});
