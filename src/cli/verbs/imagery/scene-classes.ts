import type { Raster } from "#science/imagery/index.ts";
import { InputError, OutsideFailed } from "#model/input-error.ts";
import type { SceneFound } from "#model/scene-found.ts";
import { type PictureNetwork, readPicture } from "../../../cycle/imagery/files/read-picture.ts";
import { marksOfClasses } from "./masks-given.ts";
import { withoutMasked } from "./pair-of-rasters.ts";
import type { NamedPicture } from "./pictures-given.ts";

export interface ClassesKnown {
  readonly scenes: readonly SceneFound[];
  readonly network: PictureNetwork;
  /** Told of scene classes that cannot be had: the picture then has no mask. */
  readonly tell: (line: string) => void;
}

/** A picture under the scene classes of its scene, where it has no mask and a kept search knows where they are. */
export async function underSceneClasses(
  picture: NamedPicture,
  { scenes, network, tell }: ClassesKnown,
): Promise<NamedPicture> {
  const place = scenes.find(({ id }) => id === picture.scene)?.classesAt ?? null;
  const ask = askOf(picture.raster);
  if (picture.isMasked || place === null || ask === null) return picture;
  try {
    const { raster } = await readPicture(place, ask, network);
    const mask = { file: place, raster: marksOfClasses(raster) };
    return { ...picture, raster: withoutMasked(picture.raster, mask), isMasked: true };
  } catch (error) {
    if (!(error instanceof InputError || error instanceof OutsideFailed)) throw error;
    tell(`${picture.name}: compared without its scene classes: ${error.message}`);
    return picture;
  }
}

/** The window that lies on a picture; null where it does not say where it lies, or lies askew. */
function askOf({ width, height, grid: { epsg, geotransform } }: Raster) {
  if (epsg === null || geotransform === null) return null;
  const [minX, stepX, skewX, maxY, skewY, stepY] = geotransform;
  if (skewX !== 0 || skewY !== 0 || stepX !== -stepY) return null;
  const box = { minX, minY: maxY - height * stepX, maxX: minX + width * stepX, maxY };
  return { wanted: { by: "units", box }, resolution: stepX, epsg } as const;
}
