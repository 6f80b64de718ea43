import { existsSync, readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { gammaDraw, randomStream } from "#science/numbers/index.ts";
import { readBmp } from "../bmp.ts";
import { changedMask } from "../compare-rasters.ts";
import type { Raster } from "../raster.ts";
import { sceneOf } from "../scene-of-raster.ts";
import type { Scene } from "../scene.ts";
import { agreement } from "../testing/agreement.ts";
import { smoothField } from "../testing/landscape.ts";
import { radarChange } from "./radar-change.ts";
import { simulatedStack } from "./simulated-stack.ts";

const QUESTION = { alpha: null, shiftLimitPx: 5 };
const maskOf = (before: Scene, after: Scene) => {
  const found = radarChange(before, after, QUESTION);
  return { ...found, mask: changedMask(found) };
};

const OTTAWA = "../shared/data/geo/cd-sar/Ottawa_dataset.zip";
test.skipIf(!existsSync(OTTAWA))("Ottawa: kappa of 0.92 and more", () => {
  const [before, after, truth] = ["ottawa_1.bmp", "ottawa_2.bmp", "ottawa_gt.bmp"].map(
    (name) => readBmp(unzipped(readFileSync(OTTAWA), name)) as Raster,
  );
  const { mask } = maskOf(sceneOf(before!), sceneOf(after!));
  expect(agreement(mask, (i) => (truth!.bands[0]![i]! > 128 ? 1 : 0)).kappa).toBeGreaterThan(0.92);
});

/** A file of a ZIP archive, by its local header. */
function unzipped(zip: Buffer, name: string): Uint8Array {
  const at = zip.indexOf(name, 0, "latin1") - 30;
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(from);
  return zip.readUInt16LE(at + 8) === 8
    ? inflateRawSync(packed)
    : packed.subarray(0, zip.readUInt32LE(at + 22));
}

describe("made-up pairs under speckle of four looks and 1 dB of natural variation", () => {
  const side = 160;
  /** Ground of some decibels, squares 7 dB brighter in the first `changed` columns' share; 8-bit amplitude. */
  function date(seed: string, changed: number): { scene: Scene; truth: Uint8Array } {
    const ground = smoothField(randomStream("radar ground"), side, 9);
    const random = randomStream(seed);
    const natural = smoothField(random, side, 4);
    const truth = new Uint8Array(side * side);
    const band = Float32Array.from({ length: side * side }, (_, i) => {
      const [x, y] = [i % side, Math.floor(i / side)];
      if (x < changed * side && (x >> 4) % 2 === 0 && (y >> 4) % 2 === 0) truth[i] = 1;
      const decibel = -12 + 4 * ground[i]! + natural[i]! + 7 * truth[i]!;
      const amplitude = Math.sqrt((10 ** (decibel / 10) * gammaDraw(random, 4)) / 4);
      return Math.min(255, Math.round(300 * amplitude));
    });
    return { scene: { width: side, height: side, bands: [band], usable: null }, truth };
  }
  const before = date("before", 0).scene;

  test.each([0.1, 0.4, 1])("squares in the first %d of the columns are found", (changed) => {
    const { scene, truth } = date(`after ${changed}`, changed);
    const { mask } = maskOf(before, scene);
    expect(agreement(mask, (i) => truth[i]!).kappa).toBeGreaterThan(0.8);
  });

  test("nothing is found where nothing changed, in amplitude or in decibels", () => {
    const { scene } = date("same", 0);
    const { mask, threshold } = maskOf(before, scene);
    expect(threshold.method).toBe("guard");
    expect(mask.reduce((sum, one) => sum + one, 0)).toBeLessThan(side);
    const decibels = ({ bands, ...one }: Scene): Scene => ({
      ...one,
      bands: bands.map((band) => band.map((v) => 20 * Math.log10(Math.max(v, 1)) - 60)),
    });
    const again = maskOf(decibels(before), decibels(scene));
    expect(again.threshold.method).toBe("guard");
    expect(again.mask.reduce((sum, one) => sum + one, 0)).toBeLessThan(side);
  });
});

test.each([
  { looks: [1, 4], stepDb: 4, filter: "coarse", least: 0.7 },
  { looks: [4, 4], stepDb: 8, filter: "fine", least: 0.85 },
] as const)(
  "a step of $stepDb dB under looks of $looks is found by the $filter filter",
  ({ looks, stepDb, filter, least }) => {
    const side = 160;
    const isChanged = (i: number) => i % 40 < 12 && Math.floor(i / side) % 40 < 20;
    const random = randomStream(`looks ${looks.join()}`);
    const changeDb = (i: number, date: number) => (date === 1 && isChanged(i) ? stepDb : 0);
    const [before, after] = simulatedStack({ side, dates: 2, looks, naturalDb: 0.5, random, changeDb }).map(
      (band): Scene => ({ width: side, height: side, bands: [band], usable: null }),
    ) as [Scene, Scene];
    const { mask, scale } = maskOf(before, after);
    expect(scale.filter).toBe(filter);
    expect(agreement(mask, (i) => (isChanged(i) ? 1 : 0)).kappa).toBeGreaterThan(least);
  },
);
