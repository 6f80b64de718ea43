import type { Raster } from "../raster.ts";
import { bytesSource } from "./byte-source.ts";
import type { Decompressors } from "./decompressor.ts";
import { type FilesBeside, withFilesBeside } from "./files-beside.ts";
import { openTiff } from "./open-tiff.ts";
import { readLevel } from "./read-level.ts";

/**
 * Reads the whole of a TIFF or GeoTIFF file in memory at its full resolution: all bands, the grid, nodata, mask,
 * scale and offset, and what files beside it add. RasterRefused where it is broken, or of a kind that is not read.
 */
export async function readGeoTiff(
  bytes: Uint8Array,
  decompressors: Decompressors = {},
  beside: FilesBeside<Uint8Array> = NOTHING,
): Promise<Raster> {
  const opened = (file: Uint8Array | null) => (file === null ? null : openTiff(bytesSource(file)));
  const [mask, overviews] = [await opened(beside.mask), await opened(beside.overviews)];
  const tiff = withFilesBeside(await openTiff(bytesSource(bytes)), { ...beside, mask, overviews });
  const { width, height } = tiff.levels[0]!.picture;
  const { raster } = await readLevel(tiff, decompressors, 0, { x: 0, y: 0, width, height });
  return raster;
}

const NOTHING: FilesBeside<never> = {
  mask: null,
  overviews: null,
  world: null,
  projection: null,
  notes: null,
};
