import type { Raster } from "../raster.ts";
import { bytesSource } from "./byte-source.ts";
import type { Decompressors } from "./decompressor.ts";
import { openTiff } from "./open-tiff.ts";
import { readLevel } from "./read-level.ts";

/**
 * Reads the whole of a TIFF or GeoTIFF file in memory at its full resolution: all bands, the grid, nodata, mask,
 * scale and offset. RasterRefused where it is broken, or of a kind that is not read.
 */
export async function readGeoTiff(bytes: Uint8Array, decompressors: Decompressors = {}): Promise<Raster> {
  const tiff = await openTiff(bytesSource(bytes));
  const { width, height } = tiff.levels[0]!.picture;
  const { raster } = await readLevel(tiff, decompressors, 0, { x: 0, y: 0, width, height });
  return raster;
}
