import { changedMask } from "./compare-rasters.ts";
import { changedObjects } from "./objects/changed-objects.ts";
import { objectGroups, type ObjectGroup, SITE_GROUPING } from "./objects/object-groups.ts";
import type { Standing } from "./objects/standing.ts";
import { type DatedStack, hasPast, stackChange } from "./radar/stack-change.ts";
import { datedSplit } from "./radar/stack-test.ts";
import { sceneOf } from "./scene-of-raster.ts";
import type { DatedRaster, SiteChange, SiteGroup, SitePictures, SiteQuestion } from "./site-pictures.ts";

/** A site's radar pictures as one stack; null where there is too little past to learn from. */
export function stackOf({ earlier, before, after, later }: SitePictures): DatedStack | null {
  const rasters = [...earlier, before.raster, after.raster, ...later.map(({ raster }) => raster)];
  const stack = { scenes: rasters.map(sceneOf), at: earlier.length + 1 };
  return hasPast(stack) ? stack : null;
}

/** What changed at a site between all radar dates up to the one before and all from the one after on, and when. */
export function siteStackChange(
  stack: DatedStack,
  pictures: SitePictures,
  question: SiteQuestion,
): SiteChange {
  const { found, calibration, courseOf, ...sizes } = stackChange(stack, question.shiftLimitPx);
  const leastPixels = Math.max(question.leastPixels, sizes.leastPixels);
  const size = { width: pictures.before.raster.width, height: pictures.before.raster.height };
  const { objects } = changedObjects(changedMask(found), found.magnitude, { ...size, leastPixels });
  const groups = objectGroups(objects, SITE_GROUPING).map((group) =>
    datedGroup(group, courseOf(group.members), { ...pictures, at: stack.at }),
  );
  return { found, groups, history: { ...calibration, leastPixels, falseObjects: sizes.falseObjects } };
}

interface Dates {
  readonly before: DatedRaster;
  readonly after: DatedRaster;
  readonly later: readonly DatedRaster[];
  readonly at: number;
}

/** A date shows a change where it lies beyond the middle of its step. */
function datedGroup(
  group: ObjectGroup,
  course: Float64Array,
  { before, after, later, at }: Dates,
): SiteGroup {
  const dates = [before, after, ...later].map(({ date }) => date);
  const first = datedSplit(course).at;
  const level = meanOf(course.subarray(0, at));
  const step = meanOf(course.subarray(at)) - level;
  const shows = (k: number) => (course[at + k]! - level) / step >= 0.5;
  const on = (isShown: boolean) => later.flatMap(({ date }, k) => (shows(k + 1) === isShown ? [date] : []));
  const [seenOn, missedOn] = [on(true), on(false)];
  const isOlder = first < at;
  const isGone = isOlder || (seenOn.length === 0 && missedOn.length >= 2);
  const isStanding = shows(0) && seenOn.length > 0;
  const status = isGone ? "gone" : isStanding ? "confirmed" : "candidate";
  const waitsFor = status === "candidate" ? "a later date" : null;
  const standing: Standing = { status, seenOn, missedOn, waitsFor, isInBeforeAlone: false };
  const dated = isOlder
    ? { lastBefore: null, first: before.date }
    : { lastBefore: dates[first - at]!, first: dates[first - at + 1]! };
  return { group, standing, dated };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
