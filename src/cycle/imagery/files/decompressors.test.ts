import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { type Raster, readGeoTiff, type Samples, writeGeoTiff } from "#science/imagery/index.ts";
import { DECOMPRESSORS } from "./decompressors.ts";
import { gdalBands, gdalTranslate, HAS_GDAL, scratchFolder } from "../testing/gdal.ts";

const RASTERS = "../shared/data/geo/rasters";
const scratch = scratchFolder();
afterAll(scratch.remove);

/** Waves with noise on them, so that every predictor and codec has something to do. */
function picture(
  Kind: Uint8ArrayConstructor | Uint16ArrayConstructor | Float32ArrayConstructor,
  count: number,
) {
  const [width, height] = [150, 97];
  const most = Kind === Uint8Array ? 255 : 9000;
  const bands = Array.from({ length: count }, (_, b): Samples =>
    new Kind(width * height).map((__, i) => {
      const wave = Math.sin(i / 37 + b) + Math.cos((i % width) / 11) + 2;
      return (wave / 4.5) * most + ((i * 2_654_435_761) % 97) / 40;
    }),
  );
  const grid = { epsg: 32_649, geotransform: [6e5, 10, 0, 42e5, 0, -10] } as const;
  const raster: Raster = {
    ...{ width, height, bands, grid, noData: null, mask: null },
    ...{ scales: bands.map(() => 1), offsets: bands.map(() => 0) },
  };
  const file = scratch.at(`${Kind.name}-${count}.tif`);
  if (!existsSync(file)) writeFileSync(file, writeGeoTiff(raster));
  return file;
}

const tiles = "TILED=YES BLOCKXSIZE=64 BLOCKYSIZE=48";
const KINDS = [
  [Uint16Array, 1, `COMPRESS=NONE ${tiles}`],
  [Uint8Array, 3, "COMPRESS=LZW BLOCKYSIZE=7 INTERLEAVE=PIXEL"],
  [Uint16Array, 2, `COMPRESS=LZW PREDICTOR=2 INTERLEAVE=PIXEL ENDIANNESS=BIG ${tiles}`],
  [Float32Array, 2, "COMPRESS=LZW PREDICTOR=3 INTERLEAVE=BAND"],
  [Uint8Array, 3, `COMPRESS=PACKBITS INTERLEAVE=PIXEL ${tiles}`],
  [Uint16Array, 4, "COMPRESS=DEFLATE PREDICTOR=2 INTERLEAVE=PIXEL"],
  [Float32Array, 3, `COMPRESS=DEFLATE PREDICTOR=3 INTERLEAVE=PIXEL ENDIANNESS=BIG ${tiles}`],
  [Uint16Array, 2, `COMPRESS=ZSTD PREDICTOR=2 INTERLEAVE=BAND ${tiles}`],
  [Float32Array, 1, "COMPRESS=ZSTD PREDICTOR=3"],
  [Float32Array, 2, `COMPRESS=LERC_ZSTD INTERLEAVE=PIXEL ${tiles}`],
  [Uint16Array, 1, "COMPRESS=LERC_DEFLATE"],
  [Uint16Array, 2, `BIGTIFF=YES COMPRESS=DEFLATE INTERLEAVE=PIXEL ${tiles}`],
  [Float32Array, 1, "BIGTIFF=YES ENDIANNESS=BIG"],
  [Uint8Array, 3, "COMPRESS=JPEG PHOTOMETRIC=YCBCR INTERLEAVE=PIXEL"],
  [Uint8Array, 3, `COMPRESS=JPEG INTERLEAVE=PIXEL ${tiles}`],
  [Uint8Array, 1, `COMPRESS=JPEG JPEGTABLESMODE=0 ${tiles}`],
  [Uint8Array, 3, `COMPRESS=WEBP WEBP_LOSSLESS=YES INTERLEAVE=PIXEL ${tiles}`],
  [Uint16Array, 1, "NBITS=14 COMPRESS=LZW"],
  [Float32Array, 1, "NBITS=16 COMPRESS=DEFLATE"],
] as const;

describe.skipIf(!HAS_GDAL)("pictures that GDAL wrote are read as GDAL reads them (needs gdal-bin)", () => {
  test.each(KINDS.map(([Kind, count, options]) => [Kind.name, count, options, Kind] as const))(
    "%s × %i: %s",
    async (_, count, options, Kind) => {
      const file = scratch.at("packed.tif");
      gdalTranslate(
        picture(Kind, count),
        file,
        options.split(" ").flatMap((option) => ["-co", option]),
      );
      const raster = await readGeoTiff(readFileSync(file), DECOMPRESSORS);
      expect(raster.bands).toEqual(gdalBands(file, raster));
    },
  );
});

/** A picture whose pixels are hidden in one corner: NaN where numbers have a point, else by an alpha of 0. */
function holed(Kind: Uint8ArrayConstructor | Float32ArrayConstructor): { file: string; isFloat: boolean } {
  const isFloat = Kind === Float32Array;
  const [width, height] = [100, 70];
  const isHidden = (i: number) => i % width > 70 && i < 40 * width;
  const colours = Array.from({ length: isFloat ? 1 : 3 }, (_, b): Samples =>
    new Kind(width * height).map((__, i) => (isFloat && isHidden(i) ? NaN : (i * (b + 3)) % 241)),
  );
  const alpha = new Uint8Array(width * height).map((_, i) => (isHidden(i) ? 0 : 255));
  const bands = isFloat ? colours : [...colours, alpha];
  const file = scratch.at(`holed-${Kind.name}.tif`);
  const grid = { epsg: 32_649, geotransform: [6e5, 10, 0, 42e5, 0, -10] } as const;
  const notes = { noData: null, mask: null, scales: bands.map(() => 1), offsets: bands.map(() => 0) };
  writeFileSync(file, writeGeoTiff({ width, height, bands, grid, ...notes }));
  return { file, isFloat };
}

describe.skipIf(!HAS_GDAL)("pixels that LERC hides (needs gdal-bin)", () => {
  test.each(["LERC", "LERC_DEFLATE", "LERC_ZSTD"])("by %s are those that GDAL hides", async (packing) => {
    for (const Kind of [Float32Array, Uint8Array] as const) {
      const { file, isFloat } = holed(Kind);
      const told = isFloat ? ["-a_nodata", "nan"] : ["-colorinterp_4", "alpha"];
      const packed = scratch.at("holed-packed.tif");
      const how = ["-co", `COMPRESS=${packing}`, "-co", "INTERLEAVE=PIXEL", "-co", "TILED=YES"];
      gdalTranslate(file, packed, [...told, ...how, "-co", "BLOCKXSIZE=32", "-co", "BLOCKYSIZE=32"]);
      const raster = await readGeoTiff(readFileSync(packed), DECOMPRESSORS);
      expect(raster.bands).toEqual(gdalBands(packed, raster));
      expect(isFloat ? raster.bands[0]![80] : raster.mask![80]).toBe(isFloat ? NaN : 0);
    }
  });
});

/** Waves, and one number everywhere, over the whole range of a kind of number. */
function ranging(Kind: WholeKind, [low, high]: readonly [number, number]): { file: string; raster: Raster } {
  const [width, height] = [90, 61];
  const at = [
    (i: number) => (Math.sin(i / 37) + 1) / 2,
    () => 0.3,
    (i: number) => ((i * 2_654_435_761) % 8191) / 8191,
  ];
  const bands = at.map((share) =>
    new Kind(width * height).map((_, i) => low + Math.floor((high - low) * share(i))),
  );
  const notes = { noData: null, mask: null, scales: bands.map(() => 1), offsets: bands.map(() => 0) };
  const raster = { width, height, bands, grid: { epsg: null, geotransform: null }, ...notes };
  const file = scratch.at(`ranging-${Kind.name}.tif`);
  writeFileSync(file, writeGeoTiff(raster));
  return { file, raster };
}

type WholeKind =
  | Uint32ArrayConstructor
  | Int32ArrayConstructor
  | Int16ArrayConstructor
  | Float64ArrayConstructor;
const RANGES = [
  [Uint32Array, [0, 4_294_967_295]],
  [Uint32Array, [3_000_000_000, 3_000_040_000]],
  [Uint32Array, [0, 200]],
  [Int32Array, [-2_147_483_648, 2_147_483_647]],
  [Int16Array, [-32_768, 32_767]],
  [Float64Array, [-1e9, 1e9]],
] as const;

describe.skipIf(!HAS_GDAL)("numbers that LERC packs (needs gdal-bin)", () => {
  test.each(RANGES.map(([Kind, range]) => [Kind.name, range, Kind] as const))(
    "%s from %j are those that GDAL reads, rounded and not",
    async (_, range, Kind) => {
      const { file, raster } = ranging(Kind, range);
      for (const [packing, error] of [
        ["LERC", 0],
        ["LERC_DEFLATE", 0],
        ["LERC_ZSTD", 3],
      ] as const) {
        for (const interleave of ["PIXEL", "BAND"]) {
          const packed = scratch.at("ranging-packed.tif");
          const how = [`COMPRESS=${packing}`, `MAX_Z_ERROR=${error}`, `INTERLEAVE=${interleave}`];
          gdalTranslate(
            file,
            packed,
            how.flatMap((one) => ["-co", one]),
          );
          const { bands } = await readGeoTiff(readFileSync(packed), DECOMPRESSORS);
          expect(bands).toEqual(gdalBands(packed, raster));
          if (error === 0) expect(bands).toEqual(raster.bands);
        }
      }
    },
  );
});

describe.skipIf(!HAS_GDAL)("a band beside the colours (needs gdal-bin)", () => {
  test("hides pixels where the file calls it alpha, and not where it says otherwise", async () => {
    const shown = async (told: string) => {
      const file = scratch.at("fourth.tif");
      gdalTranslate(holed(Uint8Array).file, file, ["-colorinterp", told]);
      const { mask } = await readGeoTiff(readFileSync(file), DECOMPRESSORS);
      return mask === null ? "all" : mask.filter((value) => value !== 0).length;
    };
    expect(await shown("red,green,blue,alpha")).toBe(7000 - 40 * 29);
    expect(await shown("undefined,undefined,undefined,undefined")).toBe("all");
  });

  test("is refused where the colours are inks", async () => {
    const file = scratch.at("inks.tif");
    gdalTranslate(holed(Uint8Array).file, file, ["-co", "PHOTOMETRIC=CMYK"]);
    await expect(readGeoTiff(readFileSync(file), DECOMPRESSORS)).rejects.toThrow("inks (CMYK)");
  });
});

/** Sums of the numbers of each band, by gdalinfo -stats and gdal_translate (GDAL 3.6.2), so that no GDAL is needed. */
const SUMS: Readonly<Record<string, readonly number[]>> = {
  "rasterio/cogeo.tif": [115314714, 126529641, 133121198],
  "rasterio/RGBA.uint16.tif": [2605740000, 2605740000, 2605740000, 32465580],
  "rasterio/world.rgb.tif": [14044469, 20343372, 21938246],
  "rasterio/goes.tif": [5900288, 7355727, 9902020],
  "rio-tiler/cog_int16.tif": [-111503845581],
  "rio-tiler/cog_rgb_mask.tif": [8583299, 9349748, 9518335],
  "rio-tiler/nocog.tif": [14933005955],
  "rio-tiler/red.tif": [516128569],
  "rio-tiler/scene_band1.tif": [1132114762],
  "geotiff-test-data/umbra_mount_yasur.tiff": [129016514],
  "geotiff-test-data/utm.tif": [29700],
};

function sumOf(band: Samples): number {
  let sum = 0;
  for (const value of band) sum += value;
  return sum;
}

describe.skipIf(!existsSync(RASTERS))("real pictures (need ../shared/data)", () => {
  test.each(Object.entries(SUMS))("%s has the sums that GDAL gives", async (file, sums) => {
    const { bands } = await readGeoTiff(readFileSync(`${RASTERS}/${file}`), DECOMPRESSORS);
    expect(bands.map(sumOf)).toEqual(sums);
  });
});
