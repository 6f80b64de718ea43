import { describe, expect, test } from "vitest";
import type { Grid, Raster } from "../raster.ts";
import { bytesSource } from "./byte-source.ts";
import { openTiff } from "./open-tiff.ts";
import { projectionOf, utmEpsg } from "./projection.ts";
import { readWindow, type WindowAsk } from "./read-window.ts";
import { writeGeoTiff } from "./write-geo-tiff.ts";

const [WIDTH, HEIGHT] = [200, 160];

async function window(grid: Grid, ask: WindowAsk, more: Partial<Raster> = {}) {
  const band = new Float32Array(WIDTH * HEIGHT).map((_, i) => (i % WIDTH) + 1000 * Math.floor(i / WIDTH));
  const raster: Raster = {
    ...{
      width: WIDTH,
      height: HEIGHT,
      bands: [band],
      noData: null,
      mask: null,
      scales: [1],
      offsets: [0],
      grid,
    },
    ...more,
  };
  const tiff = await openTiff(bytesSource(writeGeoTiff(raster)));
  return (await readWindow(tiff, {}, ask)).raster;
}

const UTM: Grid = { epsg: 32_649, geotransform: [600_000, 10, 0, 4_200_000, 0, -10] };
const DEGREES: Grid = { epsg: 4326, geotransform: [179.9, 0.001, 0, 66, 0, -0.001] };

describe("a window of a picture", () => {
  test("by a box of its own units holds the pixels that the box touches", async () => {
    const box = { minX: 600_105, minY: 4_199_500, maxX: 600_200, maxY: 4_199_599.9 };
    const { width, height, grid, bands } = await window(UTM, { wanted: { by: "units", box } });
    expect([width, height, grid.geotransform]).toEqual([10, 10, [600_100, 10, 0, 4_199_600, 0, -10]]);
    expect(bands[0]![0]).toBe(10 + 40 * 1000);
  });

  test("around a site is as wide as was asked, with the site in its middle", async () => {
    const [lonDeg, latDeg] = projectionOf(32_649)!.inverse(601_000, 4_199_200)!;
    const { width, height, grid } = await window(UTM, { wanted: { by: "site", latDeg, lonDeg, sizeM: 500 } });
    expect([width, height, grid.geotransform]).toEqual([50, 50, [600_750, 10, 0, 4_199_450, 0, -10]]);
  });

  test("of two dates whose grids are shifted comes onto one grid where a resolution is given", async () => {
    const [lonDeg, latDeg] = projectionOf(32_649)!.inverse(601_003, 4_199_204)!;
    const ask: WindowAsk = {
      wanted: { by: "site", latDeg, lonDeg, sizeM: 400 },
      resolution: 20,
      resampling: "average",
    };
    const shifted: Grid = { epsg: 32_649, geotransform: [600_004, 10, 0, 4_200_002, 0, -10] };
    const [one, two] = [await window(UTM, ask), await window(shifted, ask)];
    expect(one.grid).toEqual({ epsg: 32_649, geotransform: [600_800, 20, 0, 4_199_400, 0, -20] });
    expect(two.grid).toEqual(one.grid);
    expect(one.bands[0]![0]).toBe(80.5 + 60.5 * 1000);
  });

  test("in degrees crosses the antimeridian, by whichever of its names", async () => {
    for (const [west, east] of [
      [179.95, -179.95],
      [179.95, 180.05],
      [-180.05, -179.95],
    ] as const) {
      const box = { west, south: 65.9, east, north: 65.95 };
      const { width, height, bands } = await window(DEGREES, { wanted: { by: "degrees", box } });
      expect([width, height, bands[0]![0]]).toEqual([100, 50, 50 + 50 * 1000]);
    }
  });

  test("of a picture in degrees comes in metres of the UTM zone where a resolution is given", async () => {
    const site = { by: "site", latDeg: 65.95, lonDeg: 179.99, sizeM: 1000 } as const;
    const { grid, width, bands } = await window(DEGREES, { wanted: site, resolution: 50 });
    expect([grid.epsg, width]).toEqual([32_660, 20]);
    expect(Math.floor(bands[0]![10 * 20 + 10]! / 1000)).toBeCloseTo(50, -1);
  });

  test("beyond the edge is masked there, and refused where it is wholly beyond", async () => {
    const wanted = { by: "pixels", window: { x: -2, y: 158, width: 4, height: 4 } } as const;
    const { bands, mask } = await window(UTM, { wanted });
    expect([...bands[0]!]).toEqual([0, 0, 158_000, 158_001, 0, 0, 159_000, 159_001, ...Array(8).fill(0)]);
    expect([...mask!].map((value) => value / 255)).toEqual([0, 0, 1, 1, 0, 0, 1, 1, ...Array(8).fill(0)]);
    const far = { by: "pixels", window: { x: 200, y: 0, width: 4, height: 4 } } as const;
    await expect(window(UTM, { wanted: far })).rejects.toThrow("beyond its 200 × 160 pixels");
  });

  test("of a picture without a place is read by pixels only", async () => {
    const nowhere: Grid = { epsg: null, geotransform: null };
    const site = { by: "site", latDeg: 40, lonDeg: 100, sizeM: 100 } as const;
    await expect(window(nowhere, { wanted: site })).rejects.toThrow("give --pixels");
    const pixels = { by: "pixels", window: { x: 3, y: 2, width: 1, height: 1 } } as const;
    expect((await window(nowhere, { wanted: pixels })).bands[0]![0]).toBe(2003);
  });

  test("leaves nodata out of an average, and a pixel of nothing but nodata nodata", async () => {
    const band = new Float32Array(WIDTH * HEIGHT).fill(-1);
    band[0] = 8;
    const box = { minX: 600_000, minY: 4_199_960, maxX: 600_040, maxY: 4_200_000 };
    const ask: WindowAsk = { wanted: { by: "units", box }, resolution: 20, resampling: "average" };
    const { bands, mask } = await window(UTM, ask, { bands: [band], noData: -1 });
    expect([[...bands[0]!], [...mask!]]).toEqual([
      [8, -1, -1, -1],
      [255, 0, 0, 0],
    ]);
  });
});

test("UTM zones are those of the grid, with Norway and Svalbard", () => {
  const zones = [
    [100.29, 40.96],
    [5.3, 60.4],
    [15, 78.2],
    [-179.9, 66],
    [179.9, -66],
    [180, 10],
    [0, 85],
  ].map(([lon, lat]) => utmEpsg(lon!, lat!));
  expect(zones).toEqual([32_647, 32_632, 32_633, 32_601, 32_760, 32_601, 32_661]);
});

/** Places by `gdaltransform -s_srs OGC:CRS84 -t_srs EPSG:… -output_xy` (GDAL 3.6.2). */
test.each([
  [32_647, 100.29, 40.96, 608557.846, 4535117.881],
  [3857, 100.29, 40.96, 11164231.732, 5006443.462],
  [3413, 40.6, 88.9, 118812.36, -9142.113],
  [3031, 77, -69.4, 2203725.626, 508770.149],
  [3035, 12.2, 47.9, 4485557.49, 2756493.244],
  [5070, -96.5, 40.2, -42193.224, 1909496.747],
  [4513, 75.6, 41, 25550481.241, 4540746.704],
  [4542, 100.29, 40.96, 608601.286, 4536932.654],
  [25_833, 12.2, 47.9, 290737.6, 5308981.083],
  [32_661, 40.6, 88.9, 2079478.923, 1907270.349],
  [6933, 100.29, 40.96, 9676609.046, 4800765.867],
  [2154, 12.2, 47.9, 1385872.645, 6795512.953],
  [2180, 19.5, 52.1, 534238.35, 470546.136],
  [2193, 172.3, -43.6, 1543502.384, 5172314.707],
  [3338, -151.2, 64.3, 135343.662, 1595821.061],
  [3573, 40.6, 80.1, 700923.44, 853318.162],
  [3575, 40.6, 80.1, 562126.844, -950504.585],
  [3577, 136.8, -31.2, 452796.744, -3406289.996],
  [5179, 127.53, 34.43, 1002756.397, 1604020.586],
  [5186, 127.53, 34.43, 248716.091, 203989.119],
  [9473, 136.8, -31.2, 452796.744, -3406289.996],
  [3006, 20.9, 67.9, 747398.313, 7543530.642],
  [3067, 26.6, 67.4, 482846.111, 7476027.393],
  [6339, -120.6, 34.7, 719823.078, 3842396.88],
  [6348, -70.1, 44.2, 412105.109, 4894675.047],
  [6330, -177.2, 52.1, 486300.513, 5772179.459],
  [31972, -74.2, 4.6, 588738.002, 508498.854],
  [31965, -116.2, 24.6, 580988.892, 2720892.882],
  [31978, -76.9, -12.1, 293209.476, 8661669.603],
  [31983, -44.4, -2.3, 566712.775, 9745765.504],
])("EPSG:%i puts a place where PROJ puts it", (epsg, lon, lat, x, y) => {
  const projection = projectionOf(epsg)!;
  const [gotX, gotY] = projection.forward(lon, lat)!;
  expect(Math.hypot(gotX - x, gotY - y)).toBeLessThan(0.01);
  const [backLon, backLat] = projection.inverse(x, y)!;
  expect(backLon).toBeCloseTo(lon, 6);
  expect(backLat).toBeCloseTo(lat, 6);
});
