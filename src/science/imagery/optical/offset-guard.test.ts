import { expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { guardOffset, reflectanceUnit } from "./offset-guard.ts";

const random = randomStream("offset");
const before = [400, 700, 900, 2600].map((level) =>
  Float64Array.from(
    { length: 2000 },
    (_, i) => level * (0.6 + 0.8 * (i / 2000)) + 20 * standardNormal(random),
  ),
);
const shifted = (by: (value: number, band: number) => number) =>
  before.map((band, k) => band.map((value) => by(value, k) + 20 * standardNormal(random)));

test("an offset of 1000 on either side is told and undone", () => {
  expect(
    guardOffset(
      before,
      shifted((v) => v + 1000),
      10_000,
    ),
  ).toMatchObject({ verdict: "mismatch", correction: 1000 });
  expect(
    guardOffset(
      shifted((v) => v + 1000),
      before,
      10_000,
    ),
  ).toMatchObject({ verdict: "mismatch", correction: -1000 });
});

test("in reflectance it is 0.1", () => {
  const scaled = (bands: Float64Array[]) => bands.map((band) => band.map((v) => v / 10_000));
  const verdict = guardOffset(scaled(before), scaled(shifted((v) => v + 1000)), 1);
  expect(verdict.correction).toBeCloseTo(0.1, 12);
});

test.each([
  ["another gain", (v: number) => 1.4 * v],
  ["haze, strongest in the blue", (v: number, k: number) => v + 1600 / (k + 1)],
  ["half of the offset", (v: number) => v + 500],
  ["snow", (v: number, k: number) => (k < 3 ? v + 4000 : 0.5 * v)],
])("%s is no offset", (_what, by) => {
  expect(guardOffset(before, shifted(by), 10_000)).toMatchObject({ verdict: "none", correction: 0 });
});

test("what the numbers mean is guessed from their size", () => {
  expect(reflectanceUnit(before, true)).toBe(10_000);
  expect(
    reflectanceUnit(
      before.map((band) => band.map((v) => v / 10_000)),
      false,
    ),
  ).toBe(1);
  expect(
    reflectanceUnit(
      before.map((band) => band.map((v) => v / 20)),
      true,
    ),
  ).toBe(null);
});
