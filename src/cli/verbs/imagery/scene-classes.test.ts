import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { type Raster, type Samples, writeGeoTiff } from "#science/imagery/index.ts";
import { temporaryFolder } from "../../testing/recorded-shell.ts";
import { underSceneClasses } from "./scene-classes.ts";

const home = temporaryFolder();
const [VEGETATION, CLOUD] = [4, 9];

function rasterOf(band: Samples, side: number, metres: number): Raster {
  return {
    ...{ width: side, height: side, bands: [band], noData: null, mask: null, scales: [1], offsets: [0] },
    grid: { epsg: 32_649, geotransform: [552_000, metres, 0, 4_300_000, 0, -metres] },
  };
}

/** Scene classes of 20 m: a cloud over the western half. */
const classesAt = path.join(home, "scl.tif");
writeFileSync(
  classesAt,
  writeGeoTiff(
    rasterOf(
      Uint8Array.from({ length: 256 }, (_, i) => (i % 16 < 8 ? CLOUD : VEGETATION)),
      16,
      20,
    ),
  ),
);

const picture = {
  ...{ name: "after.tif", date: "2026-07-01", scene: "S2A_1", file: "0", isMasked: false },
  raster: rasterOf(new Uint16Array(1024).fill(800), 32, 10),
};
const facts = { collection: null, datetime: "2026-07-01T03:00:00Z", platform: null, cloudPercent: null };
const known = (place: string | null) => {
  const told: string[] = [];
  const scene = { id: "S2A_1", ...facts, sunElevationDeg: null, passDirection: null, relativeOrbit: null };
  const patience = { replyMs: 100, attempts: 1, pauseMs: 1, random: () => 0 };
  const network = { fetch, patience, nowMs: () => 0, sign: async (url: URL) => ({ url }), cache: null };
  return { told, scenes: [{ ...scene, classesAt: place }], network, tell: (line: string) => told.push(line) };
};

test("scene classes of 20 m hide the cloud in a picture of 10 m, and 20 m around it", async () => {
  const { raster, isMasked } = await underSceneClasses(picture, known(pathToFileURL(classesAt).href));
  expect(isMasked).toBe(true);
  const row = [...raster.mask!.subarray(0, 32)];
  expect(row.indexOf(1)).toBe(18);
  expect(row.lastIndexOf(0)).toBe(17);
});

test("without scene classes a picture stays as it is, and what could not be read is told", async () => {
  expect(await underSceneClasses(picture, known(null))).toBe(picture);
  const gone = known(path.join(home, "gone.tif"));
  expect(await underSceneClasses(picture, gone)).toBe(picture);
  expect(gone.told).toEqual([expect.stringContaining("after.tif: compared without its scene classes")]);
});
