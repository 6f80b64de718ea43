import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBmp } from "../bmp.ts";
import { readEnvi, readEnviHeader } from "../envi.ts";
import type { Raster } from "../raster.ts";
import { sceneOf } from "../scene-of-raster.ts";
import type { Scene } from "../scene.ts";
import { landscape, laterDate } from "../testing/landscape.ts";
import { agreement } from "../testing/agreement.ts";
import { opticalChange } from "./optical-change.ts";

const QUESTION = { alpha: null, unit: null, shiftLimitPx: 5 };
const maskOf = (before: Scene, after: Scene) => {
  const found = opticalChange(before, after, QUESTION);
  const mask = Uint8Array.from(found.magnitude, (value) => (value > found.threshold.threshold ? 1 : 0));
  return { ...found, mask };
};

const TAIZHOU = "../shared/data/geo/cd-landsat/Taizhou";
test.skipIf(!existsSync(TAIZHOU))("Taizhou 2000 and 2003: F1 of 0.95 and more on the labelled pixels", () => {
  const [before, after] = ["2000TM", "2003TM"].map((name) => {
    const header = readEnviHeader(readFileSync(`${TAIZHOU}/${name}.HDR`, "latin1"));
    if ("wrong" in header) throw new Error(header.wrong);
    return sceneOf(readEnvi(header, readFileSync(`${TAIZHOU}/${name}`)) as Raster);
  }) as [Scene, Scene];
  const [changed, unchanged] = ["change", "unchanged"].map(
    (name) => (readBmp(readFileSync(`${TAIZHOU}/${name}.bmp`)) as Raster).bands[0]!,
  );
  const { mask, registration } = maskOf(before, after);
  const { f1, falseShare } = agreement(mask, (i) => (changed![i] ? 1 : unchanged![i] ? 0 : null));
  expect(f1).toBeGreaterThan(0.95);
  expect(falseShare).toBeLessThan(0.01);
  expect(registration.status).toBe("aligned");
});

/** The same for eight pixels of ten. */
const clipped = (i: number) => (i % 10 < 8 ? 1 : 2 + (i % 3));

describe("made-up pairs under another gain, offset and haze", () => {
  const place = landscape({ seed: "one", side: 128, bands: 5 });
  test.each([0.01, 0.05, 0.2, 0.4])("a share of %d changed is found", (changed) => {
    const { scene, truth } = laterDate(place, { seed: `s ${changed}`, changed, haze: 6 });
    const { mask } = maskOf(place.scene, scene);
    expect(agreement(mask, (i) => truth[i]!).f1).toBeGreaterThan(0.85);
  });

  test.each([0, 6])("nothing is found where nothing changed, haze %d", (haze) => {
    const { scene } = laterDate(place, { seed: `n ${haze}`, changed: 0, haze });
    const { mask, threshold } = maskOf(place.scene, scene);
    expect(threshold.method).toBe("guard");
    expect(mask.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(2);
  });

  test("bands that repeat each other, and pixels without a number, do no harm", () => {
    const { scene, truth } = laterDate(place, { seed: "c", changed: 0.1 });
    const twice = (one: Scene): Scene => ({
      ...one,
      bands: [...one.bands, one.bands[0]!.map((v) => 2 * v + 1)],
    });
    const holed = twice(scene);
    for (let i = 0; i < 900; i++) holed.bands[1]![i] = NaN;
    const { mask, compared, magnitude } = maskOf(twice(place.scene), holed);
    expect(compared[10]).toBe(0);
    expect(magnitude[10]).toBeNaN();
    expect(agreement(mask, (i) => (compared[i] === 1 ? truth[i]! : null)).f1).toBeGreaterThan(0.9);
  });

  test.each([
    ["that the date after has the same everywhere", (i: number) => 31 + (i % 3), () => 37.3],
    ["clipped to one value but for some noise", clipped, (i: number) => clipped(i + 5)],
  ])("a band %s does no harm", (_, valueBefore, valueAfter) => {
    const { scene, truth } = laterDate(place, { seed: "flat", changed: 0.05 });
    const withBand = (one: Scene, valueOf: (i: number) => number): Scene => ({
      ...one,
      bands: [...one.bands, one.bands[0]!.map((__, i) => valueOf(i * 7919))],
    });
    const { mask } = maskOf(withBand(place.scene, valueBefore), withBand(scene, valueAfter));
    expect(agreement(mask, (i) => truth[i]!).f1).toBeGreaterThan(0.85);
  });

  test("on even ground a square that changed is found", () => {
    const even = { ...place.scene, bands: place.scene.bands.map((band) => band.map(() => 80)) };
    const isSquare = (i: number) => i % 128 < 20 && i < 20 * 128;
    const built = { ...even, bands: even.bands.map((band) => band.map((v, i) => (isSquare(i) ? 120 : v))) };
    const { mask } = maskOf(even, built);
    expect(agreement(mask, (i) => (isSquare(i) ? 1 : 0)).f1).toBeGreaterThan(0.85);
  });

  test("some fields a little brighter are no class of changes", () => {
    const { scene } = laterDate(place, { seed: "brighter", changed: 0, gain: 0 });
    const isField = (i: number) => place.classes[i]! < 2 && (i >> 5) % 2 === 0;
    const bands = scene.bands.map((band) => band.map((value, i) => (isField(i) ? value + 4 : value)));
    const { mask, threshold } = maskOf(place.scene, { ...scene, bands });
    expect(threshold.method).toBe("guard");
    expect(mask.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(2);
  });

  test("too few pixels are refused", () => {
    const usable = new Uint8Array(128 * 128);
    expect(() => maskOf({ ...place.scene, usable }, place.scene)).toThrow(/only 0 pixels can be compared/);
  });
});
