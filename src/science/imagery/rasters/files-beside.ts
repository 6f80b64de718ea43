import { withMaskBeside } from "./mask-beside.ts";
import { withNotesBeside } from "./notes-beside.ts";
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
  /** `picture.tif.aux.xml` */
  readonly notes: Text | null;
}

/** A picture with what files beside it add; what it says itself counts, but for GDAL's notes. RasterRefused where they do not belong to it. */
export function withFilesBeside(tiff: OpenTiff, beside: FilesBeside): OpenTiff {
  const { mask, overviews, notes } = beside;
  const noted = notes === null ? tiff : withNotesBeside(tiff, notes);
  const placed = { ...noted, place: placeWith(noted.place, beside) };
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
