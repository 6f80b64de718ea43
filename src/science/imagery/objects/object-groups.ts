import type { ChangedObject } from "./changed-objects.ts";

/** Changed objects that lie so near each other that they are one thing to look at. */
export interface ObjectGroup {
  /** The largest first. */
  readonly objects: readonly ChangedObject[];
  readonly pixels: number;
  /** The pixels of all of them, by index. */
  readonly members: Int32Array;
  /** Pixel corners: left, top, right, bottom. */
  readonly box: PixelBox;
}

type PixelBox = readonly [number, number, number, number];

export interface Grouping {
  /** Boxes further apart are not joined. */
  readonly nearPx: number;
  /** A group reaches no further across than this, unless one of its objects alone does. */
  readonly widestPx: number;
}

/** Objects so near each other are one finding, as long as it is no wider than a look takes in. */
export const SITE_GROUPING: Grouping = { nearPx: 8, widestPx: 40 };

interface Growing {
  readonly box: PixelBox;
  readonly objects: readonly ChangedObject[];
  /** Across the widest single object. */
  readonly widest: number;
}

/**
 * Joins objects into groups that can be judged in one look, the nearest first. Single linkage alone would chain scattered
 * change over the whole picture; here a group that would become too wide stays two. The largest group first.
 */
export function objectGroups(objects: readonly ChangedObject[], grouping: Grouping): ObjectGroup[] {
  const boxes = objects.map(boxOf);
  const groupOf: Growing[] = objects.map((object, i) => ({
    ...{ box: boxes[i]!, objects: [object] },
    widest: across(boxes[i]!),
  }));
  const indexOf = new Map(objects.map((object, i) => [object, i]));
  for (const [i, j] of nearestFirst(boxes, grouping.nearPx)) {
    const [a, b] = [groupOf[i]!, groupOf[j]!];
    const joined = a === b ? null : joinedWithin(a, b, grouping);
    for (const object of joined?.objects ?? []) groupOf[indexOf.get(object)!] = joined!;
  }
  return [...new Set(groupOf)].map(asGroup).sort(largestFirst);
}

/** Pairs of boxes at most so far apart, by their gap; equal gaps in the order of the objects. */
function nearestFirst(boxes: readonly PixelBox[], nearPx: number): (readonly [number, number])[] {
  const byLeft = boxes.map((_, i) => i).sort((i, j) => boxes[i]![0] - boxes[j]![0]);
  const widest = Math.max(0, ...boxes.map(([left, , right]) => right - left));
  const pairs: { i: number; j: number; gap: number }[] = [];
  for (const [k, one] of byLeft.entries()) {
    for (const other of byLeft.slice(k + 1)) {
      if (boxes[other]![0] - boxes[one]![0] > widest + nearPx) break;
      const gap = gapBetween(boxes[one]!, boxes[other]!);
      if (gap <= nearPx) pairs.push({ i: Math.min(one, other), j: Math.max(one, other), gap });
    }
  }
  return pairs.sort((a, b) => a.gap - b.gap || a.i - b.i || a.j - b.j).map(({ i, j }) => [i, j]);
}

/** Both as one; null where that would be too wide to judge at once. */
function joinedWithin(a: Growing, b: Growing, { nearPx, widestPx }: Grouping): Growing | null {
  const box = around(a.box, b.box);
  const widest = Math.max(a.widest, b.widest);
  const limit = widest > widestPx ? widest + 2 * nearPx : widestPx;
  if (across(box) > limit) return null;
  return { box, widest, objects: [...a.objects, ...b.objects] };
}

function asGroup({ box, objects }: Growing): ObjectGroup {
  const members = Int32Array.from(objects.flatMap((one) => [...one.members]));
  const bySize = objects.toSorted((a, b) => b.pixels - a.pixels);
  return { box, objects: bySize, members, pixels: members.length };
}

function largestFirst(a: ObjectGroup, b: ObjectGroup): number {
  return b.pixels - a.pixels || a.box[1] - b.box[1] || a.box[0] - b.box[0];
}

function boxOf({ rings: [outside] }: ChangedObject): PixelBox {
  const [xs, ys] = [0, 1].map((axis) => outside!.map((corner) => corner[axis]!)) as [number[], number[]];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function across([left, top, right, bottom]: PixelBox): number {
  return Math.max(right - left, bottom - top);
}

/** Pixels between two boxes; negative where they overlap. */
function gapBetween(a: PixelBox, b: PixelBox): number {
  const gap = (low: 0 | 1) => Math.max(a[low] - b[low + 2]!, b[low] - a[low + 2]!);
  return Math.max(gap(0), gap(1));
}

function around(a: PixelBox, b: PixelBox): PixelBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
