import type { Raster } from "./raster.ts";
import type { Scene } from "./scene.ts";

/**
 * What a raster's numbers mean, as one scene: scaled bands, and where they may be compared. Whole numbers that are 0
 * in all of three or more bands are fill even where the file names no such number.
 */
export function sceneOf(raster: Raster): Scene {
  const { width, height, noData, scales, offsets } = raster;
  const usable = new Uint8Array(width * height).fill(1);
  if (raster.mask !== null) for (let i = 0; i < usable.length; i++) if (raster.mask[i] === 0) usable[i] = 0;
  for (const band of raster.bands) {
    for (let i = 0; i < usable.length; i++) {
      if (band[i] === noData || !Number.isFinite(band[i]!)) usable[i] = 0;
    }
  }
  if (raster.bands.length >= 3 && isWholeNumbered(raster)) {
    for (let i = 0; i < usable.length; i++) if (raster.bands.every((band) => band[i] === 0)) usable[i] = 0;
  }
  const bands = raster.bands.map((band, k) => {
    const [scale, offset] = [scales[k] ?? 1, offsets[k] ?? 0];
    return Float32Array.from(band, (value) => value * scale + offset);
  });
  return { width, height, bands, usable };
}

/** Whether the file stores whole numbers. */
export function isWholeNumbered({ bands }: Raster): boolean {
  return !bands.some((band) => band instanceof Float32Array || band instanceof Float64Array);
}
