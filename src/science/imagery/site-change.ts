import { isClear } from "./clear-share.ts";
import { changedMask, compareRasters } from "./compare-rasters.ts";
import { changedObjects } from "./objects/changed-objects.ts";
import { objectGroups, SITE_GROUPING } from "./objects/object-groups.ts";
import { type Looks, type Sight, standingOf } from "./objects/standing.ts";
import type { PairChange } from "./pair-change.ts";
import type { Raster } from "./raster.ts";
import { sceneOf } from "./scene-of-raster.ts";
import type { SiteChange, SiteGroup, SitePictures, SiteQuestion } from "./site-pictures.ts";
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
  const found = compareRasters(pictures.before.raster, pictures.after.raster, { ...question, alpha: null });
  const groups = groupsIn(changedMask(found), { found, pictures, question });
  const further = groupsSinceEarlier(found.compared, pictures, question);
  return { found, groups: [...groups, ...further], history: null };
}

/**
 * What the date before hides is asked of the one before that, where a third is there to say whether that one was like
 * it: else nothing built under a cloud would ever be found.
 */
function groupsSinceEarlier(
  compared: Uint8Array,
  pictures: SitePictures,
  question: SiteQuestion,
): SiteGroup[] {
  const [backing, raster] = pictures.earlier.slice(-2);
  if (backing === undefined || raster === undefined) return [];
  const { usable } = sceneOf(pictures.before.raster);
  const isHidden = (i: number) => compared[i] === 0 && usable?.[i] === 0;
  if (compared.filter((_, i) => isHidden(i)).length < question.leastPixels) return [];
  const since: SitePictures = {
    ...pictures,
    before: { date: pictures.before.date, raster, isMasked: raster.mask !== null },
    earlier: pictures.earlier.slice(0, -1),
  };
  const found = comparedWhere(raster, pictures.after.raster, question);
  if (found === null) return [];
  const mask = changedMask(found).map((one, i) => (isHidden(i) ? one : 0));
  return groupsIn(mask, { found, pictures: since, question }).map((group) => ({
    ...group,
    dated: { lastBefore: null, first: pictures.after.date },
  }));
}

interface GroupsAsked {
  readonly found: PairChange;
  readonly pictures: SitePictures;
  readonly question: SiteQuestion;
}

function groupsIn(mask: Uint8Array, { found, pictures, question }: GroupsAsked): SiteGroup[] {
  const { objects } = changedObjects(mask, found.magnitude, { ...pictures.before.raster, ...question });
  const groups = objectGroups(objects, SITE_GROUPING);
  if (groups.length === 0) return [];
  const looks = looksAt(pictures, question);
  return groups.map((group) => ({ group, standing: standingOf(group.members, looks), dated: null }));
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

function sightOf(before: Raster, after: Raster, question: SiteQuestion): Sight {
  const found = comparedWhere(before, after, question);
  if (found !== null) return { mask: changedMask(found), compared: found.compared };
  const nothing = new Uint8Array(before.width * before.height);
  return { mask: nothing, compared: nothing };
}

/** Null for dates whose clear parts do not meet, which see nothing of each other. */
function comparedWhere(before: Raster, after: Raster, question: SiteQuestion): PairChange | null {
  try {
    return compareRasters(before, after, { ...question, alpha: null });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}
