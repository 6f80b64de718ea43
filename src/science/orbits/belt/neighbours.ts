import { wrapDeg } from "./belt-longitude.ts";
import type { BeltPlace } from "./belt-track.ts";
import type { Stay } from "./stays.ts";

/** Another object that stayed near at the same time. */
export interface Neighbour {
  readonly id: number;
  readonly name: string;
  /** Least difference in longitude seen, degrees. */
  readonly minDeg: number;
}

const NEAR_DEG = 1;
/** Element sets of two objects are compared where they lie no further apart than this. */
const SAME_TIME_MS = 5 * 86_400_000;

/** For each stay, who else stayed within a degree of longitude meanwhile, the nearest first. */
export function neighboursOf(stays: readonly Stay[]): Neighbour[][] {
  const found: Map<number, Neighbour>[] = stays.map(() => new Map());
  const order = stays.map((_, i) => i).sort((a, b) => stays[a]!.lonDeg - stays[b]!.lonDeg);
  for (const [at, i] of order.entries()) {
    for (let next = at + 1; next < at + order.length; next++) {
      const j = order[next % order.length]!;
      const apart = stays[j]!.lonDeg - stays[i]!.lonDeg + (next < order.length ? 0 : 360);
      if (apart > NEAR_DEG) break;
      if (stays[i]!.track === stays[j]!.track) continue;
      const minDeg = closestDeg(stays[i]!.places, stays[j]!.places);
      if (minDeg > NEAR_DEG) continue;
      keepNearest(found[i]!, stays[j]!, minDeg);
      keepNearest(found[j]!, stays[i]!, minDeg);
    }
  }
  return found.map((near) => [...near.values()].sort((a, b) => a.minDeg - b.minDeg || a.id - b.id));
}

/** The least difference between two stays' longitudes at the same time; Infinity when they never overlapped. */
function closestDeg(a: readonly BeltPlace[], b: readonly BeltPlace[]): number {
  let least = Infinity;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [p, q] = [a[i]!, b[j]!];
    if (Math.abs(p.epochMs - q.epochMs) <= SAME_TIME_MS) {
      least = Math.min(least, Math.abs(wrapDeg(p.lonDeg - q.lonDeg)));
    }
    if (p.epochMs <= q.epochMs) i++;
    else j++;
  }
  return least;
}

function keepNearest(near: Map<number, Neighbour>, { track }: Stay, minDeg: number): void {
  const known = near.get(track.id);
  if (!known || minDeg < known.minDeg) near.set(track.id, { id: track.id, name: track.name, minDeg });
}
