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

/** Joins objects whose bounding boxes lie at most `nearPx` pixels apart, over others too; the largest group first. */
export function objectGroups(objects: readonly ChangedObject[], nearPx: number): ObjectGroup[] {
  const groups: { box: PixelBox; objects: ChangedObject[] }[] = [];
  for (const object of objects) {
    let joined = { box: boxOf(object), objects: [object] };
    for (let k; (k = groups.findIndex(({ box }) => isNear(box, joined.box, nearPx))) >= 0;) {
      const [other] = groups.splice(k, 1);
      joined = { box: around(other!.box, joined.box), objects: [...other!.objects, ...joined.objects] };
    }
    groups.push(joined);
  }
  return groups
    .map(({ box, objects: some }) => {
      const members = Int32Array.from(some.flatMap((one) => [...one.members]));
      const bySize = some.toSorted((a, b) => b.pixels - a.pixels);
      return { box, objects: bySize, members, pixels: members.length };
    })
    .sort((a, b) => b.pixels - a.pixels || a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

function boxOf({ rings: [outside] }: ChangedObject): PixelBox {
  const [xs, ys] = [0, 1].map((axis) => outside!.map((corner) => corner[axis]!)) as [number[], number[]];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function isNear(a: PixelBox, b: PixelBox, nearPx: number): boolean {
  const gap = (low: number) => Math.max(a[low]! - b[low + 2]!, b[low]! - a[low + 2]!);
  return Math.max(gap(0), gap(1)) <= nearPx;
}

function around(a: PixelBox, b: PixelBox): PixelBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
