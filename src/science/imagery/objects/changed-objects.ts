import { ringsOf, type Ring } from "./rings.ts";

/** Changed pixels that hang together by their sides. */
export interface ChangedObject {
  readonly pixels: number;
  /** Its pixels, by index. */
  readonly members: Int32Array;
  readonly meanMagnitude: number;
  readonly peakMagnitude: number;
  /** Pixel corners, first ring outside, holes after; closed, y downwards. */
  readonly rings: readonly Ring[];
}

export interface ObjectQuestion {
  readonly width: number;
  readonly height: number;
  /** Objects of fewer pixels are dropped. */
  readonly leastPixels: number;
}

/**
 * The objects of a 0/1 mask, largest first, and the mask without those too small. `magnitude` says how much each
 * pixel changed.
 */
export function changedObjects(
  mask: Uint8Array,
  magnitude: Float32Array,
  { width, height, leastPixels }: ObjectQuestion,
): { readonly objects: readonly ChangedObject[]; readonly mask: Uint8Array } {
  const labels = new Int32Array(mask.length);
  const kept = new Uint8Array(mask.length);
  const queue = new Int32Array(mask.length);
  const objects: ChangedObject[] = [];
  let label = 0;
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] !== 1 || labels[start] !== 0) continue;
    label++;
    const pixels = flood(mask, labels, queue, { start, label, width, height });
    if (pixels < leastPixels) continue;
    for (let k = 0; k < pixels; k++) kept[queue[k]!] = 1;
    const members = queue.slice(0, pixels);
    objects.push({
      pixels,
      members,
      ...strength(members, magnitude),
      rings: ringsOf(members, labels, label, width),
    });
  }
  return { objects: objects.sort((a, b) => b.pixels - a.pixels), mask: kept };
}

interface FloodStart {
  readonly start: number;
  readonly label: number;
  readonly width: number;
  readonly height: number;
}

/** Labels what hangs together with the start; answers how many pixels now stand at the head of the queue. */
function flood(
  mask: Uint8Array,
  labels: Int32Array,
  queue: Int32Array,
  { start, label, width, height }: FloodStart,
): number {
  let filled = 0;
  const visit = (i: number) => {
    if (mask[i] !== 1 || labels[i] !== 0) return;
    labels[i] = label;
    queue[filled++] = i;
  };
  visit(start);
  for (let next = 0; next < filled; next++) {
    const i = queue[next]!;
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x < width - 1) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i < width * (height - 1)) visit(i + width);
  }
  return filled;
}

function strength(
  members: Int32Array,
  magnitude: Float32Array,
): { meanMagnitude: number; peakMagnitude: number } {
  let [sum, peak] = [0, 0];
  for (const i of members) {
    sum += magnitude[i]!;
    peak = Math.max(peak, magnitude[i]!);
  }
  return { meanMagnitude: sum / members.length, peakMagnitude: peak };
}
