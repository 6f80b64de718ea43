import { expect, test } from "vitest";
import type { OrbitsReply } from "../../src/api/contract.ts";
import { findObjects, heightsKm, objectName } from "./catalogue.ts";

const column = (value: number) => [value, value, value];
const orbits: OrbitsReply = {
  asOf: "2026-11-23",
  id: [5, 40258, 140258],
  name: ["VANGUARD 1", "LUCH (OLYMP)", null],
  designator: ["1958-002B", "2014-058A", null],
  epochMs: column(0),
  meanMotionRevPerDay: column(1),
  eccentricity: column(0),
  inclinationDeg: column(0),
  raanDeg: column(0),
  argumentOfPerigeeDeg: column(0),
  meanAnomalyDeg: column(0),
  bstar: column(0),
};

test("an object is found by its number, its designator, or a part of its name", () => {
  expect(findObjects(orbits, "40258", 9)).toEqual([1]);
  expect(findObjects(orbits, "1958-002b", 9)).toEqual([0]);
  expect(findObjects(orbits, " luch", 9)).toEqual([1]);
  expect(findObjects(orbits, "U", 1)).toEqual([0]);
  expect(findObjects(orbits, "  ", 9)).toEqual([]);
});

test("an object without a name goes by its number", () => {
  expect([0, 2].map((place) => objectName(orbits, place))).toEqual(["VANGUARD 1", "object 140258"]);
});

test("a turn a sidereal day is flown 35 786 km high", () => {
  const [perigee, apogee] = heightsKm(1.00273791, 0);
  expect(perigee).toBeCloseTo(35_786, -1);
  expect(apogee).toBe(perigee);
});
