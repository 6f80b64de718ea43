import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Raster, Samples } from "../raster.ts";
import type { Decompressors } from "./decompressor.ts";
import { readGeoTiff } from "./read-geo-tiff.ts";
import { writeGeoTiff } from "./write-geo-tiff.ts";

const INFLATE: Decompressors = {
  8: (packed, { byteLength }) => inflateSync(packed, { maxOutputLength: byteLength }),
};

const KINDS = [
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
] as const;

function rasterOf(bands: Samples[], width: number, more: Partial<Raster> = {}): Raster {
  return {
    width,
    height: bands[0]!.length / width,
    bands,
    noData: null,
    mask: null,
    grid: { epsg: 32_649, geotransform: [600_000, 10, 0, 4_200_000, 0, -10] },
    scales: bands.map(() => 1),
    offsets: bands.map(() => 0),
    ...more,
  };
}

const rasters = fc
  .tuple(
    fc.constantFrom(...KINDS),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 4 }),
    fc.nat(10_000),
  )
  .map(([Kind, width, height, count, seed]) => {
    const band = (b: number) => new Kind(width * height).map((_, i) => ((i * 31 + b * 7 + seed) % 251) - 100);
    return rasterOf(
      Array.from({ length: count }, (_, b) => band(b)),
      width,
    );
  });

describe("a raster that was written", () => {
  test("is read as it was, of every kind, packed or not", async () => {
    await fc.assert(
      fc.asyncProperty(rasters, fc.boolean(), async (raster, isPacked) => {
        const read = await readGeoTiff(writeGeoTiff(raster, isPacked ? deflateSync : undefined), INFLATE);
        expect(read).toEqual(raster);
      }),
    );
  });

  test("keeps nodata, scale and offset", async () => {
    const more = { noData: -9999, scales: [0.0001, 0.5], offsets: [-0.1, 3] };
    const raster = rasterOf([new Float32Array(6).fill(1.5), new Float32Array(6).fill(-9999)], 3, more);
    expect(await readGeoTiff(writeGeoTiff(raster))).toEqual(raster);
  });

  test("keeps a turned grid, and a grid in degrees", async () => {
    for (const grid of [
      { epsg: 32_759, geotransform: [337_934.5, -0.14, -0.57, 7_840_518, -0.57, 0.14] },
      { epsg: 4326, geotransform: [112, 0.0001, 0, 38.9, 0, -0.0001] },
    ] as const) {
      const raster = rasterOf([new Uint8Array(12)], 4, { grid });
      expect((await readGeoTiff(writeGeoTiff(raster))).grid).toEqual(grid);
    }
  });

  test("must have bands of one kind and the right length", () => {
    expect(() => writeGeoTiff(rasterOf([new Uint8Array(4), new Float32Array(4)], 2))).toThrow("one kind");
    expect(() => writeGeoTiff(rasterOf([new Uint8Array(4), new Uint8Array(5)], 2))).toThrow("5 numbers");
  });
});

describe("a broken file is refused in plain words", () => {
  const good = writeGeoTiff(rasterOf([new Uint16Array(64 * 64).map((_, i) => i % 977)], 64), deflateSync);

  /** The file with the value of one field changed, or another number in its place. */
  function withField(id: number, value: number): Uint8Array {
    const bytes = new Uint8Array(good);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < view.getUint16(8, true); i++) {
      if (view.getUint16(10 + i * 12, true) === id) view.setUint32(10 + i * 12 + 8, value, true);
    }
    return bytes;
  }

  const directoryEnd = 10 + new DataView(good.buffer).getUint16(8, true) * 12;
  const cyclic = new Uint8Array(good);
  cyclic[directoryEnd] = 8;

  test.each([
    ["a web page", new TextEncoder().encode("<!DOCTYPE html><html>"), "web page"],
    ["nothing", new Uint8Array(), "ends at byte 0"],
    ["a head without a body", good.slice(0, 60), "ends at byte 60"],
    ["a file cut in its pixels", good.slice(0, good.length - 40), "the file ends at byte"],
    ["directories that come back", cyclic, "come back"],
    ["a width of 0", withField(256, 0), "size of 0"],
    ["a huge size", withField(256, 2 ** 31 + 5), "size of"],
    ["more pixels than blocks", withField(257, 10_000_000), "1 blocks where its size needs"],
    ["a block said to be longer than it may", withField(279, 4_000_000_000), "but the file ends at byte"],
    ["a block said to be shorter than it is", withField(279, 20), "cannot be unpacked"],
    ["a compression that is not read", withField(259, 34_676), "SGI log"],
    ["nine thousand bits", withField(258, 9000), "9000 bits"],
    ["complex numbers", withField(339, 6), "complex"],
  ])("%s", async (_, bytes, said) => {
    await expect(readGeoTiff(bytes, INFLATE)).rejects.toThrow(said);
  });

  test("a bomb is not unpacked beyond what is due", async () => {
    const bomb = deflateSync(new Uint8Array(64 * 64 * 2 * 1000));
    const bytes = new Uint8Array(good.length + bomb.length);
    bytes.set(withField(279, bomb.length));
    bytes.set(bomb, good.length);
    new DataView(bytes.buffer).setUint32(10 + 5 * 12 + 8, good.length, true);
    await expect(readGeoTiff(bytes, INFLATE)).rejects.toThrow("cannot be unpacked");
  });

  test("no byte changed anywhere does more than be refused or give other numbers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, value) => {
        const bytes = new Uint8Array(good);
        bytes[at] = value;
        const read = await readGeoTiff(bytes, INFLATE).catch((error: Error) => error);
        if (read instanceof Error) expect(read.name).toBe("RasterRefused");
        else expect(read.bands[0]!.length).toBe(read.width * read.height);
      }),
      { numRuns: 400 },
    );
  });
});
