import type { Raster } from "../raster.ts";
import { bytesSource } from "./byte-source.ts";
import type { Decompressors } from "./decompressor.ts";
import { withMaskBeside } from "./mask-beside.ts";
import { openTiff } from "./open-tiff.ts";
import { readLevel } from "./read-level.ts";

/**
 * Reads the whole of a TIFF or GeoTIFF file in memory at its full resolution: all bands, the grid, nodata, mask,
 * scale and offset, and the mask that a file beside it holds. RasterRefused where it is broken, or of a kind that is not read.
 */
export async function readGeoTiff(
  bytes: Uint8Array,
  decompressors: Decompressors = {},
  maskBeside: Uint8Array | null = null,
): Promise<Raster> {
  const alone = await openTiff(bytesSource(bytes));
  const tiff = maskBeside === null ? alone : withMaskBeside(alone, await openTiff(bytesSource(maskBeside)));
  const { width, height } = tiff.levels[0]!.picture;
  const { raster } = await readLevel(tiff, decompressors, 0, { x: 0, y: 0, width, height });
  return raster;
}
