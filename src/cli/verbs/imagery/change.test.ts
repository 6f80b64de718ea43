import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readGeoTiff, writeGeoTiff, type Raster, type Samples } from "#science/imagery/index.ts";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { DECOMPRESSORS } from "../../../cycle/imagery/files/decompressors.ts";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const at = (name: string) => path.join(home, name);
const side = 64;
const GRID = { epsg: 32_649, geotransform: [600_000, 10, 0, 4_200_000, 0, -10] } as const;

/** Four bands of fields, a square of another ground from (20, 30) where `isChanged`. */
function picture(isChanged: boolean, more: Partial<Raster> = {}): Raster {
  const random = randomStream(`picture ${isChanged}`);
  const bands = Array.from({ length: 4 }, (_, k): Samples =>
    Uint16Array.from({ length: side * side }, (__, i) => {
      const [x, y] = [i % side, Math.floor(i / side)];
      const isSquare = isChanged && x >= 20 && x < 32 && y >= 30 && y < 42;
      const field = (Math.imul((x >> 3) * 31 + (y >> 3) * 17 + 5, 2_654_435_761) >>> 8) % 5;
      return 900 + 300 * ((field * (k + 2)) % 5) + (isSquare ? 2500 : 0) + 25 * standardNormal(random);
    }),
  );
  const whole = { width: side, height: side, bands, noData: null, mask: null, grid: GRID };
  return { ...whole, scales: bands.map(() => 1), offsets: bands.map(() => 0), ...more };
}

const write = (name: string, raster: Raster) => {
  writeFileSync(at(name), writeGeoTiff(raster));
  return at(name);
};
const before = write("before.tif", picture(false));
const after = write("after.tif", picture(true));

test("a square of new ground is one polygon on the map, and ones on the same grid", async () => {
  const { exitCode, out } = await tocsin(
    "imagery",
    "change",
    before,
    after,
    "--out",
    at("mask.tif"),
    "--json",
  );
  expect(exitCode).toBe(0);
  const told = JSON.parse(out);
  expect(told).toMatchObject({ kind: "optical", crs: "EPSG:4326", offset: { verdict: "none" } });
  expect(told.polygons).toHaveLength(1);
  expect(told.changedFraction).toBeCloseTo(144 / side ** 2, 1);
  const { properties, geometry } = told.polygons[0];
  expect(properties.areaM2).toBe(properties.pixels * 100);
  expect(properties.x).toBeCloseTo(112.141, 2);
  expect(properties.y).toBeCloseTo(37.937, 2);
  expect(geometry.coordinates[0].at(-1)).toEqual(geometry.coordinates[0][0]);
  const mask = await readGeoTiff(readFileSync(at("mask.tif")), DECOMPRESSORS);
  expect(mask.grid).toEqual(GRID);
  expect([...mask.bands[0]!].filter((one) => one === 1).length).toBe(told.changedPixels);
  expect(mask.bands[0]![36 * side + 26]).toBe(1);
});

test("a date that carries the processing offset is no change, and said", async () => {
  const { bands } = picture(false);
  const lifted = write(
    "lifted.tif",
    picture(false, { bands: bands.map((band) => band.map((v) => v + 1000)) }),
  );
  const { out } = await tocsin("imagery", "change", before, lifted, "--json");
  expect(JSON.parse(out)).toMatchObject({
    changedPixels: 0,
    offset: { verdict: "mismatch", correction: 1000 },
  });
});

test("what a mask marks is left out", async () => {
  const marks = Uint8Array.from({ length: side * side }, (_, i) => (i % side >= 16 && i % side < 36 ? 7 : 0));
  const mask = write("clouds.tif", picture(false, { bands: [marks], scales: [1], offsets: [0] }));
  const { out } = await tocsin("imagery", "change", before, after, "--mask", mask, "--json");
  expect(JSON.parse(out)).toMatchObject({ changedPixels: 0, comparedPixels: side * 44 });
});

test("ENVI and GeoTIFF hold the same picture", async () => {
  const { bands } = picture(true);
  const header = `ENVI\nsamples = ${side}\nlines = ${side}\nbands = 4\ndata type = 12\ninterleave = bsq\nbyte order = 0\n`;
  writeFileSync(at("scene.dat"), Buffer.concat(bands.map((band) => Buffer.from(band.buffer))));
  writeFileSync(at("scene.HDR"), header);
  for (const file of [at("scene.dat"), at("scene.HDR")]) {
    const { out, exitCode } = await tocsin("imagery", "change", before, file, "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(out).polygons).toHaveLength(1);
  }
});

test("in words", async () => {
  const { out } = await tocsin("imagery", "change", before, after);
  expect(out).toMatch(/^optical: \d\.\d\d % changed in 1 objects/);
});

describe("what cannot be compared is one clear line", () => {
  const fill = (value: number) => picture(false).bands.map((band) => band.map(() => value));
  const cut = picture(false, {
    width: 32,
    height: 32,
    bands: [new Uint16Array(1024).fill(3)],
    scales: [1],
    offsets: [0],
  });
  const far = { epsg: 32_649, geotransform: [700_000, 10, 0, 4_200_000, 0, -10] } as const;
  const cases: [string, string[], RegExp, number][] = [
    ["another size", [before, write("small.tif", cut)], /32 x 32 pixels; expected 64 x 64/, 1],
    [
      "no overlap",
      [before, write("far.tif", picture(true, { grid: far }))],
      /10000 pixels away, without overlap/,
      1,
    ],
    [
      "constant",
      [before, write("flat.tif", picture(true, { bands: fill(7) }))],
      /every pixel holds the same number/,
      1,
    ],
    [
      "nodata",
      [before, write("none.tif", picture(true, { bands: fill(0), noData: 0 }))],
      /no pixel was measured/,
      1,
    ],
    ["no file", [before, at("absent.tif")], /no such file/, 1],
    ["no raster", [before, at("text.tif")], /no raster/, 1],
    ["another kind", [before, after, "--kind", "radar"], /one of optical, sar would be right/, 2],
    ["alpha", [before, after, "--alpha", "2"], /--alpha is "2"/, 2],
    ["one word", [before], /needs AFTER/, 2],
  ];
  writeFileSync(at("text.tif"), "hello");
  test.each(cases)("%s", async (_what, argv, said, code) => {
    const { exitCode, err, out } = await tocsin("imagery", "change", ...argv);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/\n/);
    expect({ exitCode, out }).toEqual({ exitCode: code, out: "" });
  });
});
