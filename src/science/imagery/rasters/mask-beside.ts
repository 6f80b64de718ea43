import type { OpenTiff } from "./open-tiff.ts";
import { RasterRefused } from "./raster-refused.ts";

/**
 * A picture with the mask that a file beside it holds, as GDAL keeps one in `picture.tif.msk`; the picture's own mask
 * counts where it has one. Levels of which the mask has no copy are not read. RasterRefused for a mask of another size.
 */
export function withMaskBeside(tiff: OpenTiff, beside: OpenTiff): OpenTiff {
  const [base, mask] = [tiff.levels[0]!.picture, beside.levels[0]!.picture];
  if (tiff.levels[0]!.mask !== null) return tiff;
  if (mask.width !== base.width || mask.height !== base.height || mask.samples !== 1) {
    const found = `${mask.width} × ${mask.height} pixels of ${mask.samples} bands`;
    throw new RasterRefused(
      `the mask beside it (.msk) has ${found}, where one band of ${base.width} × ${base.height} would be right`,
    );
  }
  const levels = tiff.levels.flatMap((level) => {
    const { picture } = level;
    const same = beside.levels.find(
      ({ picture: { width, height } }) => width === picture.width && height === picture.height,
    );
    return same === undefined ? [] : [{ ...level, mask: same.picture, maskFile: beside }];
  });
  return { ...tiff, levels };
}
