import { changedMask, compareRasters, type RasterQuestion } from "./compare-rasters.ts";
import { changedObjects } from "./objects/changed-objects.ts";
import { type ObjectGroup, objectGroups } from "./objects/object-groups.ts";
import { type Look, type Standing, standingOf } from "./objects/standing.ts";
import type { PairChange } from "./pair-change.ts";
import type { Raster } from "./raster.ts";
import type { Scene } from "./scene.ts";
import { sceneOf } from "./scene-of-raster.ts";

/** A picture of a site on one date. */
export interface DatedRaster {
  readonly date: string;
  readonly raster: Raster;
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
}

export interface SiteChange {
  readonly found: PairChange;
  readonly groups: readonly SiteGroup[];
}

/** A picture of which less is to be seen is not clear. */
export const LEAST_CLEAR = 0.6;
/** So many of the latest earlier pictures are asked. */
const EARLIER = 2;
/** Objects so near each other are one finding, as long as it is no wider than a look takes in. */
const GROUPING = { nearPx: 8, widestPx: 40 };

/** What changed at a site between two pictures, other clear ones asked about it. RangeError when nothing can be compared. */
export function siteChange(pictures: SitePictures, question: SiteQuestion): SiteChange {
  const { before, after } = pictures;
  const found = compareRasters(before.raster, after.raster, { ...question, alpha: null });
  const { objects } = changedObjects(changedMask(found), found.magnitude, { ...before.raster, ...question });
  const groups = objectGroups(objects, GROUPING);
  const asked = groups.length === 0 ? NOBODY : pictures;
  const later = asked.later
    .filter(({ raster }) => isClear(raster))
    .map(({ date, raster }) => lookAt(date, before.raster, raster, question));
  const earlier = latestClear(asked.earlier).map((raster) => lookAt("", raster, after.raster, question));
  return {
    found,
    groups: groups.map((group) => ({ group, standing: standingOf(group.members, { later, earlier }) })),
  };
}

const NOBODY: Pick<SitePictures, "later" | "earlier"> = { later: [], earlier: [] };

function lookAt(date: string, before: Raster, after: Raster, question: SiteQuestion): Look {
  const found = compareRasters(before, after, { ...question, alpha: null });
  return { date, mask: changedMask(found), compared: found.compared };
}

function latestClear(rasters: readonly Raster[]): Raster[] {
  const clear: Raster[] = [];
  for (let k = rasters.length - 1; k >= 0 && clear.length < EARLIER; k--) {
    if (isClear(rasters[k]!)) clear.unshift(rasters[k]!);
  }
  return clear;
}

/** Whether enough of a picture was measured and is not hidden. */
export function isClear(raster: Raster): boolean {
  return clearShareOf(sceneOf(raster)) >= LEAST_CLEAR;
}

/** Share of pixels that were measured and are not hidden. */
export function clearShareOf({ usable }: Scene): number {
  return usable === null ? 1 : usable.reduce((sum, one) => sum + one, 0) / usable.length;
}
