import type { Calibration } from "./calibration/calibrate.ts";
import type { RasterQuestion } from "./compare-rasters.ts";
import type { ObjectGroup } from "./objects/object-groups.ts";
import type { Standing } from "./objects/standing.ts";
import type { PairChange } from "./pair-change.ts";
import type { Raster } from "./raster.ts";

/** A picture of a site on one date. */
export interface DatedRaster {
  readonly date: string;
  readonly raster: Raster;
  /** Whether its mask hides clouds, their shadows and snow, as far as known; true of radar, which sees through. */
  readonly isMasked: boolean;
}

export interface SitePictures {
  readonly before: DatedRaster;
  readonly after: DatedRaster;
  /** Pictures after both, in order of their dates, that are asked whether a change still stands. */
  readonly later: readonly DatedRaster[];
  /** Pictures before both, in order of their dates: the latest clear ones are asked whether the picture before was like them. */
  readonly earlier: readonly Raster[];
}

export interface SiteQuestion extends Omit<RasterQuestion, "alpha"> {
  readonly leastPixels: number;
}

/** Changed objects near each other, and how they stand on later dates. */
export interface SiteGroup {
  readonly group: ObjectGroup;
  readonly standing: Standing;
  /** The dates between which it changed, by a stack; null where a pair alone was compared. The last before is null where that lies before the pair. */
  readonly dated: { readonly lastBefore: string | null; readonly first: string } | null;
}

export interface SiteChange {
  readonly found: PairChange;
  readonly groups: readonly SiteGroup[];
  /** What the threshold came from and did on the site's own past; null where it came from the pair alone. */
  readonly history: SiteHistory | null;
}

export interface SiteHistory extends Calibration {
  readonly leastPixels: number;
  /** Objects as large as the least that an unchanged site is expected to show in one comparison. */
  readonly falseObjects: number;
}
