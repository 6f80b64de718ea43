import type { Raster } from "./raster.ts";
import type { Scene } from "./scene.ts";
import { sceneOf } from "./scene-of-raster.ts";

/** A picture of which less is to be seen is not clear. */
export const LEAST_CLEAR = 0.6;

/** Whether enough of a picture was measured and is not hidden. */
export function isClear(raster: Raster): boolean {
  return clearShareOf(sceneOf(raster)) >= LEAST_CLEAR;
}

/** Share of pixels that were measured and are not hidden. */
export function clearShareOf({ usable }: Scene): number {
  return usable === null ? 1 : usable.reduce((sum, one) => sum + one, 0) / usable.length;
}
