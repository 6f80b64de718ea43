import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type Raster, readGeoTiff } from "#science/imagery/index.ts";
import { DECOMPRESSORS } from "../../../cycle/imagery/files/decompressors.ts";
import { gdalBands, HAS_GDAL } from "../../../cycle/imagery/testing/gdal.ts";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const RASTERS = "../shared/data/geo/rasters";
const folder = temporaryFolder();
const tocsin = commandLine(folder);
const out = path.join(folder, "window.tif");

async function window(...options: string[]): Promise<Record<string, unknown>> {
  const { exitCode, out: said, err } = await tocsin("imagery", "window", ...options, "--json");
  expect([exitCode, err]).toEqual([0, ""]);
  return JSON.parse(said);
}

describe.skipIf(!existsSync(RASTERS) || !HAS_GDAL)(
  "windows are those that gdal_translate cuts (need ../shared/data and gdal-bin)",
  () => {
    test.each([
      ["rio-tiler/cog.tif", 0, "1000,900,300,200"],
      ["rio-tiler/cog.tif", 2, "100,50,301,77"],
      ["rio-tiler/cog_int16.tif", 1, "1200,1300,129,34"],
      ["rasterio/cogeo.tif", 1, "200,190,120,130"],
      ["rio-tiler/green.tif", 0, "10,20,200,100"],
      ["rio-tiler/nocog.tif", 0, "2600,2600,58,67"],
      ["geotiff-test-data/umbra_mount_yasur.tiff", 0, "1999,0,1,2000"],
      ["sentinel2/sen2_rstoolbox_12band_u16.tif", 1, "0,0,123,118"],
    ])("%s, level %i, %s", async (file, level, pixels) => {
      const place = `${RASTERS}/${file}`;
      await window(place, "--pixels", pixels, "--overview", String(level), "--out", out);
      const raster: Raster = await readGeoTiff(readFileSync(out), DECOMPRESSORS);
      const levelOf = level === 0 ? [] : ["-oo", `OVERVIEW_LEVEL=${level - 1}`];
      const cut = gdalBands(place, raster, [...levelOf, "-srcwin", ...pixels.split(",")]);
      expect(raster.bands).toEqual(cut);
    });
  },
);

describe.skipIf(!existsSync(RASTERS))("tocsin imagery window (needs ../shared/data)", () => {
  const cog = `${RASTERS}/rio-tiler/cog.tif`;

  test("tells the grid, the level, the cost and the numbers of a site's window", async () => {
    const row = await window(cog, "--site", "72.9,-56.5", "--size-m", "51200", "--resolution", "200");
    expect(row).toMatchObject({
      ...{ width: 256, height: 256, crs: "EPSG:32621", bands: 1, dtype: "uint16", nodata: null, overview: 1 },
      ...{ transform: [200, 0, 490_800, 0, -200, 8_115_000], requests: 3, headerBytes: 32_768 },
      stats: [{ band: 1, valid: 65_536, min: 2720, max: 7872 }],
    });
    expect(row.bytesRead).toBeLessThan(32_768 + 2 * Number(row.blockBytes));
  });

  test("says where it is wrong, in one line", async () => {
    const told = async (...argv: string[]) => {
      const { exitCode, err } = await tocsin("imagery", "window", ...argv);
      expect(err.split("\n")).toHaveLength(1);
      return `${exitCode} ${err}`;
    };
    expect(await told(cog)).toContain("2 tocsin: needs one of --bbox");
    expect(await told(cog, "--bbox", "1,2,3")).toContain('2 tocsin: --bbox is "1,2,3"');
    expect(await told(cog, "--site", "10,10")).toMatch(
      /^1 .*cog.tif: the window .* lies beyond its 2658 × 2667/,
    );
    expect(await told(cog, "--pixels", "0,0,9,9", "--overview", "9")).toContain("there is no overview 9");
    expect(await told(`${RASTERS}/none.tif`, "--pixels", "0,0,9,9")).toContain(
      "1 ../shared/data/geo/rasters/none.tif: no such file",
    );
    expect(await told("package.json", "--pixels", "0,0,9,9")).toContain(
      "1 package.json: it is no TIFF: it begins like JSON",
    );
    expect(await told("http://127.0.0.1:9/x.tif", "--pixels", "0,0,9,9")).toContain(
      "3 tocsin: 127.0.0.1:9: 127.0.0.1 is at",
    );
  });
});
