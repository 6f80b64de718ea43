import { expect, test } from "vitest";
import { julianDate, siderealTimeRad } from "./sidereal-time.ts";

test("the sidereal time of Vallado's example 3-5, 1992-08-20 12:14 UT1, is 152.578787810°", () => {
  const degrees = (siderealTimeRad(Date.UTC(1992, 7, 20, 12, 14)) * 180) / Math.PI;
  expect(degrees).toBeCloseTo(152.57878781, 6);
});

test("J2000.0 is Julian date 2451545", () => {
  expect(julianDate(Date.UTC(2000, 0, 1, 12))).toBe(2_451_545);
});
