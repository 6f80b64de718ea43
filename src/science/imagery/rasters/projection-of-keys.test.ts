import { describe, expect, test } from "vitest";
import { bytesSource } from "./byte-source.ts";
import { openTiff } from "./open-tiff.ts";
import { definitionOfKeys } from "./projection-of-keys.ts";
import { projectionBy } from "./projection.ts";
import { readWindow } from "./read-window.ts";

type Place = readonly [number, number];

/** What most files share: a projection of their own in metres, angles in degrees. */
const METRES = { 1024: 1, 2054: 9102, 3072: 32767, 3074: 32767, 3076: 9001 };
const ON_WGS84 = { 2048: 4326, 2057: 6378137, 2059: 298.257223563 };

/** Keys as GDAL 3.6 writes them, degrees, and where PROJ puts these. */
const CASES: readonly (readonly [string, Readonly<Record<number, number>>, Place, Place])[] = [
  [
    "transverse Mercator",
    {
      ...METRES,
      2048: 32767,
      2050: 32767,
      2056: 7019,
      2057: 6378137,
      2059: 298.257222101,
      2061: 0,
      3075: 1,
      3080: -2,
      3081: 49,
      3082: 400000,
      3083: -100000,
      3092: 0.9996012717,
    },
    [-1.3, 52.4],
    [447625.648, 278304.073],
  ],
  [
    "Lambert's cone of two parallels",
    { ...METRES, ...ON_WGS84, 3075: 8, 3078: 33, 3079: 45, 3084: -96, 3085: 39, 3086: 1000, 3087: 2000 },
    [-101, 41],
    [-417402.311, 234409.526],
  ],
  [
    "Lambert's cone of one parallel",
    {
      ...METRES,
      2048: 32767,
      2050: 32767,
      2056: 32767,
      2057: 6378249.2,
      2059: 293.466021293627,
      2061: 0,
      3075: 9,
      3080: 2.3,
      3081: 46.8,
      3082: 600000,
      3083: 2200000,
      3092: 0.99987742,
    },
    [5.2, 44.1],
    [832388.987, 1904138.176],
  ],
  [
    "Albers",
    {
      ...METRES,
      2048: 4269,
      2057: 6378137,
      2059: 298.257222101,
      3075: 11,
      3078: 29.5,
      3079: 45.5,
      3080: -96,
      3081: 23,
      3082: 0,
      3083: 0,
    },
    [-88, 37],
    [704451.839, 1580424.458],
  ],
  [
    "polar stereographic, south",
    { ...METRES, ...ON_WGS84, 3075: 15, 3081: -71, 3082: 0, 3083: 0, 3092: 1, 3095: 15 },
    [40, -75],
    [692579.724, 1485242.01],
  ],
  [
    "polar stereographic, north",
    {
      ...METRES,
      2048: 32767,
      2050: 32767,
      2056: 32767,
      2057: 6378273,
      2059: 298.279411123064,
      2061: 0,
      3075: 15,
      3081: 70,
      3082: 0,
      3083: 0,
      3092: 1,
      3095: -45,
    },
    [100, 76],
    [874073.445, 1248306.248],
  ],
  [
    "Lambert's azimuthal",
    { ...METRES, ...ON_WGS84, 3075: 10, 3082: 500000, 3083: 0, 3088: 60, 3089: 48 },
    [63, 46],
    [732347.276, -217862.445],
  ],
  [
    "sinusoidal on a sphere",
    {
      ...METRES,
      2048: 32767,
      2050: 32767,
      2056: 32767,
      2057: 6371007.181,
      2058: 6371007.181,
      2061: 0,
      3075: 24,
      3082: 0,
      3083: 0,
      3088: 0,
    },
    [112.5, 39.2],
    [9694124.179, 4358846.037],
  ],
  [
    "Mercator",
    { ...METRES, ...ON_WGS84, 3075: 7, 3078: 41, 3080: 100, 3081: 0, 3082: 0, 3083: 0 },
    [110, 40.5],
    [841351.851, 3711815.495],
  ],
  [
    "equal-area cylinder",
    {
      ...METRES,
      2048: 32767,
      2050: 32767,
      2056: 32767,
      2057: 6378388,
      2059: 297,
      2061: 0,
      3075: 28,
      3078: 30,
      3080: 0,
      3082: 0,
      3083: 0,
    },
    [60, 46],
    [5789425.145, 5270220.881],
  ],
  [
    "equidistant azimuthal",
    { ...METRES, ...ON_WGS84, 3075: 12, 3082: 0, 3083: 0, 3088: 100.3, 3089: 40.9 },
    [101, 41.5],
    [58447.751, 66869.378],
  ],
  [
    "oblique stereographic",
    {
      ...METRES,
      2048: 32767,
      2050: 32767,
      2056: 32767,
      2057: 6377397.155,
      2059: 299.1528128,
      2061: 0,
      3075: 16,
      3080: 5.38763888888889,
      3081: 52.1561605555556,
      3082: 155000,
      3083: 463000,
      3092: 0.9999079,
    },
    [6.1, 51.9],
    [204021.677, 434743.637],
  ],
  [
    "transverse Mercator in feet",
    {
      1024: 1,
      2048: 4269,
      2054: 9102,
      2057: 6378137,
      2059: 298.257222101,
      3059: 1,
      3072: 32767,
      3074: 32767,
      3075: 1,
      3076: 9003,
      3080: -85,
      3081: 36,
      3082: 1999996,
      3083: 0,
      3092: 0.9999,
    },
    [-84.2, 36.8],
    [2234211.184, 292200.305],
  ],
  [
    "a zone of UTM by its code",
    { 1024: 1, 2048: 4326, 3074: 16_033 },
    [16.2, 52.3],
    [581827.325, 5795083.958],
  ],
  ["a southern zone", { 1024: 1, 2048: 4326, 3074: 16_133 }, [16.2, -30.4], [615274.397, 6636279.14]],
  [
    "degrees on a sphere",
    { 1024: 2, 2048: 32767, 2050: 32767, 2054: 9102, 2056: 32767, 2057: 6371229, 2058: 6371229, 2061: 0 },
    [10, 20],
    [10, 20],
  ],
];

const keysOf = (keys: Readonly<Record<number, number>>) =>
  new Map(Object.entries(keys).map(([key, value]) => [Number(key), [value]]));

describe("a projection given by its parameters puts a place where PROJ puts it", () => {
  test.each(CASES)("%s", (_, keys, [lon, lat], [x, y]) => {
    const projection = projectionBy(definitionOfKeys(keysOf(keys))!, null);
    const [gotX, gotY] = projection.forward(lon, lat)!;
    expect(Math.hypot(gotX - x, gotY - y)).toBeLessThan(0.002);
    const [backLon, backLat] = projection.inverse(x, y)!;
    expect(Math.hypot(backLon - lon, backLat - lat)).toBeLessThan(1e-6);
  });

  test("on a datum that is shifted against WGS 84", () => {
    const keys = keysOf({ 1024: 2, 2048: 32767, 2057: 6378388, 2059: 297 }).set(2062, [-87, -98, -121]);
    const [lon, lat] = projectionBy(definitionOfKeys(keys)!, null).inverse(10, 50)!;
    expect(lon).toBeCloseTo(9.9988646, 6);
    expect(lat).toBeCloseTo(49.9991986, 6);
  });
});

describe("it is not guessed where", () => {
  const [, plain] = CASES[0]!;
  test.each([
    ["the method is not known", { 3075: 5 }],
    ["angles are gons", { 2054: 9105 }],
    ["degrees are counted from Paris", { 2061: 2.33722917 }],
    ["the unit of length is not known", { 3076: 9037 }],
    ["nothing tells the ellipsoid", { 2056: 32767, 2057: 0 }],
    ["the system is geocentric", { 1024: 3 }],
  ])("%s", (_, changed) => {
    expect(definitionOfKeys(keysOf({ ...plain, ...changed }))).toBeNull();
  });
});

/** 4 × 4 pixels of 463 m of the sinusoidal grid of MODIS, written by GDAL 3.6; numbers 0 to 15. */
const SINUSOIDAL =
  "SUkqAAgAAAAQAAABAwABAAAABAAAAAEBAwABAAAABAAAAAIBAwABAAAACAAAAAMBAwABAAAAAQAAAAYBAwABAAAAAQAAABEBBAABAAAAMgIAABUBAwABAAAAAQAAABYBAwABAAAABAAAABcBBAABAAAAEAAAABwBAwABAAAAAQAAAFMBAwABAAAAAQAAAA6DDAADAAAAzgAAAIKEDAAGAAAA5gAAAK+HAwBMAAAAFgEAALCHDAAGAAAArgEAALGHAgBUAAAA3gEAAAAAAAAAAH7iAPV8QAAQfuIA9XxAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAn1iQQAAAACeoVBBAAAAAAAAAAABAAEAAAASAAAEAAABAAEAAQQAAAEAAQACBLGHCAAAAAAIAAABAP9/AQixh0sACAACCAAAAQD/fwYIAAABAI4jCAgAAAEA/38JCLCHAQADAAoIsIcBAAQADQiwhwEABQAADAAAAQD/fwIMAAABAP9/AwwAAAEAGAAEDAAAAQApIwoMsIcBAAEACwywhwEAAgAQDLCHAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAaBlcuvTVhBBoGVy69NWEEAAAAAAAAAAHVua25vd258R0NTIE5hbWUgPSB1bmtub3dufERhdHVtID0gdW5rbm93bnxFbGxpcHNvaWQgPSB1bmtub3dufFByaW1lbSA9IEdyZWVud2ljaHx8AAABAgMEBQYHCAkKCwwNDg8=";

test("a window of a picture on the sinusoidal grid is read by degrees, and onto the zone of a site", async () => {
  const tiff = await openTiff(bytesSource(Buffer.from(SINUSOIDAL, "base64")));
  const [lonDeg, latDeg] = [112.4944, 39.19816];
  const around = { west: lonDeg - 1e-4, east: lonDeg + 1e-4, south: latDeg - 1e-4, north: latDeg + 1e-4 };
  const own = await readWindow(tiff, {}, { wanted: { by: "degrees", box: around } });
  expect([...own.raster.bands[0]!]).toEqual([9]);
  const site = { by: "site", latDeg, lonDeg, sizeM: 100 } as const;
  const { raster } = await readWindow(tiff, {}, { wanted: site, resolution: 20 });
  expect(raster.grid.epsg).toBe(32_649);
  expect(new Set(raster.bands[0])).toEqual(new Set([9]));
});
