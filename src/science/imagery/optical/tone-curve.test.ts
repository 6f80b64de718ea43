import { describe, expect, test } from "vitest";
import { agreement } from "../testing/agreement.ts";
import { landscape, laterDate } from "../testing/landscape.ts";
import { opticalChange } from "./optical-change.ts";
import { drawnAlike } from "./tone-curve.ts";

const side = 128;
const place = landscape({ seed: "tones", side, bands: 3 });
const { scene: later, truth } = laterDate(place, { seed: "tones later", changed: 0.05, gain: 0 });
const sample = Int32Array.from({ length: side * side }, (_, i) => i);
/** Drawn in 8 bits by a gamma, from the least of a band to its most. */
const drawn = (bands: readonly Float32Array[], gamma: number) =>
  bands.map((band) => {
    const ascending = band.toSorted();
    const [low, high] = [ascending[0]!, ascending.at(-1)!];
    return band.map((value) => Math.round(255 * ((value - low) / (high - low)) ** (1 / gamma)));
  });
const whole = (bands: readonly Float32Array[]) => ({
  ...{ width: side, height: side, bands, usable: null },
});

describe("two dates drawn in 8 bits", () => {
  test("by curves of their own are compared as if drawn alike", () => {
    const [before, after] = [whole(drawn(place.scene.bands, 1)), whole(drawn(later.bands, 2.2))];
    const found = opticalChange(before, after, { alpha: null, unit: null, shiftLimitPx: 5 });
    expect(found.method).toContain("a tone curve undone");
    const mask = Uint8Array.from(found.magnitude, (value) => (value > found.threshold.threshold ? 1 : 0));
    expect(agreement(mask, (i) => truth[i]!).f1).toBeGreaterThan(0.9);
  });

  test("by the same curve stay as they are, and so do numbers that are not drawn", () => {
    const [before, after] = [drawn(place.scene.bands, 1.6), drawn(later.bands, 1.6)];
    expect(drawnAlike(before, after, sample)).toEqual({ bands: before, isCurved: false });
    const rooted = later.bands.map((band) => band.map((value) => 900 * Math.sqrt(Math.max(value, 0))));
    expect(drawnAlike(place.scene.bands, rooted, sample).isCurved).toBe(false);
  });

  test("by a negative of each other have no curve", () => {
    const before = drawn(place.scene.bands, 1);
    const negative = before.map((band) => band.map((value) => 255 - value));
    expect(drawnAlike(before, negative, sample).isCurved).toBe(false);
  });
});
