import { expect, test } from "vitest";
import type { Scene } from "../scene.ts";
import { quicklooks } from "./quicklooks.ts";

const PIXELS = 101;
const ramp = (from: number, step: number) => Float32Array.from({ length: PIXELS }, (_, i) => from + step * i);
const scene = (bands: Float32Array[], usable: Uint8Array | null = null): Scene => {
  return { width: PIXELS, height: 1, bands, usable };
};
const NAMES = ["blue", "green", "red", "nir", "swir"] as const;
const five = (from: number) => scene([0, 1, 2, 3, 4].map((k) => ramp(from + 1000 * k, 1)));

test("one value has one brightness on both dates", () => {
  const { pictures, stretch } = quicklooks([five(0), five(50)], { preset: "true-colour", names: NAMES });
  const [before, after] = pictures as [Uint8Array, Uint8Array];
  // red of pixel 80 before is 2080, as is that of pixel 30 after
  expect(before[4 * 80]).toBe(after[4 * 30]);
  expect(before[4 * 80]).not.toBe(after[4 * 80]);
  expect(stretch).toHaveLength(3);
  expect(stretch[0]!.low).toBeGreaterThan(2000);
  expect(stretch[0]!.high).toBeLessThan(2150);
});

test("2 % at either end are cut, the middle lies in the middle", () => {
  const { pictures, stretch } = quicklooks([five(0)], { preset: "true-colour", names: NAMES });
  expect(stretch[2]).toEqual({ low: 2, high: 98 });
  expect([0, 2, 50, 98, 100].map((i) => pictures[0]![4 * i + 2])).toEqual([0, 0, 128, 255, 255]);
});

test("colours come from the bands that are named so", () => {
  const { stretch } = quicklooks([five(0)], { preset: "swir-nir-red", names: NAMES });
  expect(stretch.map(({ low }) => low)).toEqual([4002, 3002, 2002]);
  const without = { preset: "swir-nir-red", names: ["blue", "green", "red"] } as const;
  expect(() => quicklooks([five(0)], without)).toThrow("no band is swir; swir-nir-red needs swir, nir, red");
});

test("what is hidden or not a number is transparent and moves no limit", () => {
  const usable = new Uint8Array(PIXELS).fill(1);
  usable[7] = 0;
  const band = ramp(0, 1);
  band[7] = 1e9;
  band[9] = NaN;
  const { pictures, stretch } = quicklooks([scene([band, band, band], usable)], {
    preset: "true-colour",
    names: ["red", "green", "blue"],
  });
  expect([6, 7, 8, 9].map((i) => pictures[0]![4 * i + 3])).toEqual([255, 0, 255, 0]);
  expect(stretch[0]!.high).toBeLessThan(101);
});

test("radar is drawn in decibels, whether it is stored so or as power", () => {
  const decibels = ramp(-20, 0.1);
  const power = decibels.map((one) => 10 ** (one / 10));
  const [asDecibels, asPower] = [decibels, power].map((band) =>
    quicklooks([scene([band])], { preset: "sar-db", names: [] }),
  );
  expect(asPower!.stretch[0]!.low).toBeCloseTo(asDecibels!.stretch[0]!.low, 3);
  expect(asPower!.stretch[0]!.high).toBeCloseTo(asDecibels!.stretch[0]!.high, 3);
  const [red, green, blue] = asPower!.pictures[0]!.subarray(200, 203);
  expect([green, blue]).toEqual([red, red]);
});

test("two polarisations and their ratio are three colours", () => {
  const { stretch } = quicklooks([scene([ramp(-10, 0.01), ramp(-17, 0.02)])], {
    preset: "sar-db",
    names: [],
  });
  expect(stretch).toHaveLength(3);
  expect(stretch[2]!.low).toBeCloseTo(6.02, 1);
  expect(stretch[2]!.high).toBeCloseTo(6.98, 1);
});

test("a date without one clear pixel is transparent, and the other keeps its stretch", () => {
  const hidden = scene([ramp(-10, 0.1)], new Uint8Array(PIXELS));
  const { pictures, stretch } = quicklooks([scene([ramp(-20, 0.1)]), hidden], {
    preset: "sar-db",
    names: [],
  });
  expect(pictures[1]!.some((byte) => byte !== 0)).toBe(false);
  expect(stretch[0]!.low).toBeCloseTo(-19.8, 3);
});
