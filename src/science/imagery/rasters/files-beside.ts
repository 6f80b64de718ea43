import { withMaskBeside } from "./mask-beside.ts";
import type { OpenTiff } from "./open-tiff.ts";
import { withOverviewsBeside } from "./overviews-beside.ts";
import { projectionOfText } from "./projection-file.ts";
import { geotransformOfWorldFile } from "./world-file.ts";

/** What lies beside a picture, null where nothing does; files of pictures opened, as bytes, or by name. */
export interface FilesBeside<Picture = OpenTiff, Text = string> {
  /** `picture.tif.msk` */
  readonly mask: Picture | null;
  /** `picture.tif.ovr` */
  readonly overviews: Picture | null;
  /** `picture.tfw` */
  readonly world: Text | null;
  /** `picture.prj` */
  readonly projection: Text | null;
}

/** A picture with what files beside it add; what it says itself counts. RasterRefused where they do not belong to it. */
export function withFilesBeside(tiff: OpenTiff, beside: FilesBeside): OpenTiff {
  const { mask, overviews } = beside;
  const placed = { ...tiff, place: placeWith(tiff.place, beside) };
  const scaled = overviews === null ? placed : withOverviewsBeside(placed, overviews);
  return mask === null ? scaled : withMaskBeside(scaled, mask);
}

function placeWith(place: OpenTiff["place"], { world, projection }: FilesBeside): OpenTiff["place"] {
  const isNamed = place.epsg !== null || place.isUserDefined;
  const geotransform = place.geotransform ?? (world === null ? null : geotransformOfWorldFile(world));
  return {
    ...place,
    ...(isNamed || projection === null ? {} : projectionOfText(projection)),
    geotransform,
    hasControlPointsOnly: place.hasControlPointsOnly && geotransform === null,
  };
}
