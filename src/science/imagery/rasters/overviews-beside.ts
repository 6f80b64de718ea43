import type { Level, OpenTiff } from "./open-tiff.ts";
import { RasterRefused } from "./raster-refused.ts";

/**
 * A picture with the smaller copies that a file beside it holds, as GDAL keeps them in `picture.tif.ovr`; the picture's
 * own count where it has any. Copies without a mask of a picture that has one are not read. RasterRefused for copies of
 * other bands, or as large as the picture.
 */
export function withOverviewsBeside(tiff: OpenTiff, beside: OpenTiff): OpenTiff {
  const [base, ...own] = tiff.levels as [Level, ...Level[]];
  if (own.length > 0) return tiff;
  const { width, height, samples, bits, format } = base.picture;
  const copies = beside.levels.filter(({ mask }) => (mask === null) === (base.mask === null));
  for (const { picture } of copies) {
    const isAlike = picture.samples === samples && picture.bits === bits && picture.format === format;
    if (isAlike && picture.width < width && picture.height < height) continue;
    const found = `${picture.width} × ${picture.height} pixels of ${picture.samples} bands of ${picture.bits} bits`;
    throw new RasterRefused(
      `the overviews beside it (.ovr) have ${found}, where fewer than ${width} × ${height} of ${samples} of ${bits} would be right`,
    );
  }
  return { ...tiff, levels: [base, ...copies.map((copy) => ({ ...copy, file: beside }))] };
}
