import { copyFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { type Raster, type WindowAsk, writeGeoTiff } from "#science/imagery/index.ts";
import { gdalOverviews, gdalTranslate, HAS_GDAL, scratchFolder } from "../testing/gdal.ts";
import { readPicture } from "./read-picture.ts";

const scratch = scratchFolder();
afterAll(() => scratch.remove());

const rasterOf = (side: number, grid: Raster["grid"], at: (i: number) => number): Raster => ({
  ...{ width: side, height: side, noData: null, mask: null, scales: [1], offsets: [0], grid },
  bands: [Uint16Array.from({ length: side * side }, (_, i) => at(i))],
});
const PLACED = { epsg: 32_649, geotransform: [600_000, 10, 0, 4_200_000, 0, -10] } as const;
const BARE = { epsg: null, geotransform: null };
const WORLD = "10\r\n0\r\n0\r\n-10\r\n600005\r\n4199995\r\n";
const ESRI_UTM =
  'PROJCS["WGS_1984_UTM_Zone_49N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,' +
  '298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],' +
  'PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",111.0],' +
  'PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const SITE: WindowAsk = { wanted: { by: "site", latDeg: 37.93, lonDeg: 112.15, sizeM: 200 } };

function plain(name: string, beside: Readonly<Record<string, string>>): string {
  const file = scratch.at(`${name}.tif`);
  writeFileSync(file, writeGeoTiff(rasterOf(128, BARE, (i) => i)));
  for (const [ending, text] of Object.entries(beside)) writeFileSync(scratch.at(`${name}.${ending}`), text);
  return file;
}

describe("a plain TIFF", () => {
  test("lies where a world file and a projection file beside it say, as if it said so itself", async () => {
    const own = scratch.at("own.tif");
    writeFileSync(own, writeGeoTiff(rasterOf(128, PLACED, (i) => i)));
    const there = { wanted: { ...SITE.wanted, latDeg: 37.94, lonDeg: 112.143 } } as WindowAsk;
    const { raster: expected } = await readPicture(own, there, null);
    for (const endings of [
      ["tfw", "prj"],
      ["TFW", "PRJ"],
      ["wld", "prj"],
    ] as const) {
      const file = plain(endings.join(), { [endings[0]]: WORLD, [endings[1]]: ESRI_UTM });
      const { raster } = await readPicture(file, there, null);
      expect(raster.grid).toEqual(expected.grid);
      expect(raster.bands).toEqual(expected.bands);
    }
  });

  test("with a world file alone has a grid in units that nothing names", async () => {
    const file = plain("worldly", { tfw: WORLD });
    const box = { minX: 600_100, minY: 4_199_500, maxX: 600_200, maxY: 4_199_600 };
    const { raster } = await readPicture(file, { wanted: { by: "units", box } }, null);
    expect(raster.grid).toEqual({ epsg: null, geotransform: [600_100, 10, 0, 4_199_600, 0, -10] });
    await expect(readPicture(file, SITE, null)).rejects.toThrow("it names no projection");
  });

  test("is refused in one line where the files beside it are no such files", async () => {
    await expect(readPicture(plain("words", { tfw: "ten metres" }), SITE, null)).rejects.toThrow(
      'the world file beside it holds "ten metres", where six numbers would be right',
    );
    await expect(readPicture(plain("flat", { tfw: "0 0 0 0 1 1" }), SITE, null)).rejects.toThrow(
      "steps that span no grid",
    );
    await expect(readPicture(plain("unknown", { tfw: WORLD, prj: "mars" }), SITE, null)).rejects.toThrow(
      "its projection is given without an EPSG code",
    );
  });
});

describe("overviews beside a picture", () => {
  const bytes = writeGeoTiff(rasterOf(512, PLACED, (i) => (i * 7) % 60_000));
  const coarse: WindowAsk = {
    wanted: { by: "pixels", window: { x: 0, y: 0, width: 64, height: 64 } },
    overview: 1,
  };

  test("are read where they are coarse enough", async () => {
    const file = scratch.at("many.tif");
    writeFileSync(file, bytes);
    writeFileSync(`${file}.ovr`, writeGeoTiff(rasterOf(128, BARE, (i) => i % 50_000)));
    const { raster, overviews } = await readPicture(file, coarse, null);
    expect(overviews).toBe(1);
    expect([...raster.bands[0]!.subarray(0, 3)]).toEqual([0, 1, 2]);
    expect(raster.grid.geotransform).toEqual([600_000, 40, 0, 4_200_000, 0, -40]);
    const wide = {
      wanted: { by: "units", box: { minX: 600_000, minY: 4_194_880, maxX: 605_120, maxY: 4_200_000 } },
    };
    const onto = await readPicture(file, { ...wide, resolution: 40 } as WindowAsk, null);
    expect(onto).toMatchObject({ overview: 1 });
    expect(onto.bytesRead).toBeLessThan(bytes.length / 2);
  });

  test("of other bands, or larger than the picture, are refused in one line", async () => {
    const file = scratch.at("stale.tif");
    writeFileSync(file, bytes);
    writeFileSync(`${file}.ovr`, writeGeoTiff(rasterOf(600, BARE, () => 1)));
    await expect(readPicture(file, coarse, null)).rejects.toThrow(
      "the overviews beside it (.ovr) have 600 × 600 pixels",
    );
  });

  test.skipIf(!HAS_GDAL)("that GDAL made are those that GDAL reads", async () => {
    const file = scratch.at("gdal.tif");
    writeFileSync(scratch.at("from.tif"), bytes);
    gdalTranslate(scratch.at("from.tif"), file, ["-co", "TFW=YES"]);
    gdalOverviews(file, [2, 4]);
    for (const [overview, width] of [
      [1, 256],
      [2, 128],
    ] as const) {
      const window = { x: 0, y: 0, width, height: width };
      const { raster } = await readPicture(file, { wanted: { by: "pixels", window }, overview }, null);
      copyFileSync(`${file}.ovr`, scratch.at("ovr.tif"));
      const alone = await readPicture(
        scratch.at("ovr.tif"),
        { wanted: { by: "pixels", window }, overview: overview - 1 },
        null,
      );
      expect(raster.bands).toEqual(alone.raster.bands);
    }
  });
});
