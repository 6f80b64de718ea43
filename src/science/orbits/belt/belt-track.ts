import type { ElementSet } from "../elements/element-set.ts";
import { beltDriftDegPerDay, beltLongitudeDeg } from "./belt-longitude.ts";
import { mayDriftFreely, type Drifting } from "./free-drift.ts";

/** One object at one epoch. */
export interface BeltPlace extends Drifting {
  readonly epochMs: number;
  readonly elements: ElementSet;
  /** Whether free drift leads here from the place before. */
  readonly isFree: boolean;
}

/** Where an object of the belt was, in the order of time, one place an epoch. */
export interface BeltTrack {
  readonly id: number;
  readonly name: string;
  readonly places: readonly BeltPlace[];
}

/** What counts as the belt: near one turn a sidereal day, near the equator, nearly round. */
const [MIN_REV_PER_DAY, MAX_REV_PER_DAY] = [0.9, 1.1];
const MAX_INCLINATION_DEG = 25;
const MAX_ECCENTRICITY = 0.05;
const DAY_MS = 86_400_000;

function isInBelt(e: ElementSet): boolean {
  return (
    e.meanMotionRevPerDay >= MIN_REV_PER_DAY &&
    e.meanMotionRevPerDay <= MAX_REV_PER_DAY &&
    e.inclinationDeg <= MAX_INCLINATION_DEG &&
    e.eccentricity <= MAX_ECCENTRICITY
  );
}

/** The tracks of all objects of the belt, by catalogue number; a name is the last one given. */
export function beltTracks(elements: readonly ElementSet[]): BeltTrack[] {
  const byId = new Map<number, ElementSet[]>();
  for (const each of elements) {
    if (!isInBelt(each)) continue;
    const sets = byId.get(each.id);
    if (sets) sets.push(each);
    else byId.set(each.id, [each]);
  }
  return [...byId.values()].map(trackOf).sort((a, b) => a.id - b.id);
}

function trackOf(sets: readonly ElementSet[]): BeltTrack {
  const ordered = sets.toSorted((a, b) => a.epochMs - b.epochMs);
  const { id } = ordered[0]!;
  const name = ordered.findLast((e) => e.name !== null)?.name ?? String(id);
  const places: BeltPlace[] = [];
  for (const [i, elements] of ordered.entries()) {
    const { epochMs } = elements;
    // Of several sets at one epoch the last issued counts.
    if (ordered[i + 1]?.epochMs === epochMs) continue;
    const days = epochMs / DAY_MS;
    const lonDeg = beltLongitudeDeg(elements);
    const rate = beltDriftDegPerDay(elements);
    const before = places.at(-1);
    const isFree = before !== undefined && mayDriftFreely(before, { days, lonDeg, rate });
    places.push({ days, lonDeg, rate, epochMs, elements, isFree });
  }
  return { id, name, places };
}
