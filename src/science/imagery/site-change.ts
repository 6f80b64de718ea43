import { isClear } from "./clear-share.ts";
import { changedMask, compareRasters } from "./compare-rasters.ts";
import { changedObjects } from "./objects/changed-objects.ts";
import { objectGroups, SITE_GROUPING } from "./objects/object-groups.ts";
import { type Looks, type Sight, standingOf } from "./objects/standing.ts";
import type { Raster } from "./raster.ts";
import type { SiteChange, SitePictures, SiteQuestion } from "./site-pictures.ts";
import { siteStackChange, stackOf } from "./site-stack.ts";

/** So many of the latest earlier pictures are asked about a pair. */
const EARLIER = 2;

/**
 * What changed at a site between two pictures, other clear ones asked about it: of radar with past enough all dates
 * before against all after, else the pair. RangeError when nothing can be compared.
 */
export function siteChange(pictures: SitePictures, question: SiteQuestion): SiteChange {
  const clear = {
    ...pictures,
    later: pictures.later.filter(({ raster }) => isClear(raster)),
    earlier: pictures.earlier.filter(isClear),
  };
  const stack = question.kind === "sar" ? stackOf(clear) : null;
  return stack === null ? sitePairChange(clear, question) : siteStackChange(stack, clear, question);
}

function sitePairChange(pictures: SitePictures, question: SiteQuestion): SiteChange {
  const { before, after } = pictures;
  const found = compareRasters(before.raster, after.raster, { ...question, alpha: null });
  const { objects } = changedObjects(changedMask(found), found.magnitude, { ...before.raster, ...question });
  const groups = objectGroups(objects, SITE_GROUPING);
  if (groups.length === 0) return { found, groups: [], history: null };
  const looks = looksAt(pictures, question);
  return {
    ...{ found, history: null },
    groups: groups.map((group) => ({ group, standing: standingOf(group.members, looks), dated: null })),
  };
}

function looksAt({ before, after, later, earlier }: SitePictures, question: SiteQuestion): Looks {
  const sight = (x: Raster, y: Raster) => sightOf(x, y, question);
  return {
    ...{ isBeforeMasked: before.isMasked, isAfterMasked: after.isMasked },
    later: later.map(({ raster, ...told }) => ({
      ...told,
      across: sight(before.raster, raster),
      beside: sight(after.raster, raster),
    })),
    earlier: earlier.slice(-EARLIER).map((raster) => ({
      across: sight(raster, after.raster),
      beside: sight(raster, before.raster),
    })),
  };
}

/** Dates whose clear parts do not meet see nothing of each other. */
function sightOf(before: Raster, after: Raster, question: SiteQuestion): Sight {
  try {
    const found = compareRasters(before, after, { ...question, alpha: null });
    return { mask: changedMask(found), compared: found.compared };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const nothing = new Uint8Array(before.width * before.height);
    return { mask: nothing, compared: nothing };
  }
}
