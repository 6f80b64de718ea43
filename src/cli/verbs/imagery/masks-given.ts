import { clearByClass, type Raster } from "#science/imagery/index.ts";
import { WrongUse } from "../../failure.ts";
import { oneOf } from "../../options.ts";
import { withoutMasked } from "./pair-of-rasters.ts";
import { readRasterFile } from "./read-raster-file.ts";

export const MASKS = {
  mask: {
    takes: "FILE,FILE",
    summary:
      "cloud masks on the same grid: of AFTER, or of BEFORE, AFTER and the files of --confirm and --history in that order, nothing between commas where there is none",
  },
  "mask-kind": {
    takes: "KIND",
    summary: "marks (what is not 0 is hidden, unless given) or scl, the scene classes of Sentinel-2",
  },
} as const;

export interface MaskedRaster {
  readonly raster: Raster;
  readonly isMasked: boolean;
}

interface MasksAsked {
  readonly mask?: string;
  readonly "mask-kind"?: string;
}

/** Pictures in the order of `--mask` (before, after and so on), without what their masks hide. */
export async function withMasks(rasters: readonly Raster[], asked: MasksAsked): Promise<MaskedRaster[]> {
  const files = filesIn(asked.mask, rasters.length);
  const kind = oneOf("mask-kind", asked["mask-kind"] ?? "marks", ["marks", "scl"]);
  const masked: MaskedRaster[] = [];
  for (const [k, raster] of rasters.entries()) {
    const file = files[k] ?? "";
    if (file === "") {
      masked.push({ raster, isMasked: false });
      continue;
    }
    const read = await readRasterFile(file);
    const mask = { file, raster: kind === "scl" ? marksOfClasses(read) : read };
    masked.push({ raster: withoutMasked(raster, mask), isMasked: true });
  }
  return masked;
}

function filesIn(text: string | undefined, pictures: number): readonly string[] {
  const files = text?.split(",") ?? [];
  if (files.length === 1) return ["", files[0]!];
  if (files.length <= pictures) return files;
  throw new WrongUse(
    `--mask names ${files.length} masks; at most one for each of ${pictures} pictures would be right`,
  );
}

/** Rims of clouds are hidden so far. */
const DILATE_M = 20;

/** Scene classes as marks; pixels are taken as metres of the grid, 20 where it has none or lies in degrees. */
export function marksOfClasses(classes: Raster): Raster {
  const { width, height, grid } = classes;
  const step = grid.geotransform === null || grid.epsg === 4326 ? 20 : Math.abs(grid.geotransform[1]);
  const clear = clearByClass(classes.bands[0]!, DILATE_M, { width, height, pixelMetres: step });
  return { ...classes, bands: [clear.map((one) => 1 - one)] };
}
