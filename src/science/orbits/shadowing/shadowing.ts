import type { ElementSet } from "../elements/element-set.ts";
import { orbitAt, relativeOrbit, type OrbitAt, type RelativeOrbit } from "./relative-orbit.ts";

/** A time during which one object flew in the plane of another and near its height; times UTC milliseconds. */
export interface Shadowing {
  /** In proximity the two were also close along the orbit, and at one height. */
  readonly kind: "co-planar" | "proximity";
  readonly id: number;
  readonly name: string;
  readonly watched: number;
  readonly watchedName: string;
  /** First and last epoch at which it was seen so, and the nearest ones at which it was not, where there are any. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly notBeforeMs: number | null;
  readonly notAfterMs: number | null;
  /** Least angle between the planes, least angle along the orbit, and the difference in height where planes were nearest. */
  readonly minPlaneDeg: number;
  readonly minPhaseDeg: number;
  readonly higherKm: number;
  /** How fast the planes and the places along the orbit part, there. */
  readonly nodeDriftDegPerDay: number;
  readonly phaseDriftDegPerDay: number;
}

export interface ShadowingLimits {
  /** Angle between the planes, degrees. */
  readonly planeDeg: number;
  /** Difference of the semi-major axes, kilometres: at 100 km one passes the other within a day or two. */
  readonly heightKm: number;
}

export const SHADOWING_LIMITS: ShadowingLimits = { planeDeg: 1, heightKm: 100 };

/** The lower orbits, where a plane is what one chooses: more revolutions a day than this. */
const MIN_REV_PER_DAY = 10;
/** Sets are compared where they lie no further apart than this, and a stay ends with a longer silence than that. */
const [SAME_TIME_MS, SILENCE_MS] = [10 * 86_400_000, 100 * 86_400_000];
/** Together along the orbit within this angle, and this height, two objects are in proximity. */
const [NEAR_PHASE_DEG, NEAR_HEIGHT_KM] = [2, 10];
/** One meeting may be two planes that cross. */
const MIN_MEETINGS = 2;

interface Flight {
  readonly id: number;
  readonly name: string;
  readonly orbits: readonly OrbitAt[];
}

/**
 * Who flew in the plane of a watched object and near its height, from the element sets of many over time, as stays.
 * With nobody watched, every object is, against those catalogued after it.
 */
export function findShadowing(
  elements: readonly ElementSet[],
  watched: ReadonlySet<number> | null = null,
  limits: ShadowingLimits = SHADOWING_LIMITS,
): Shadowing[] {
  const flights = flightsOf(elements);
  const found = flights.flatMap((target) => {
    if (watched !== null && !watched.has(target.id)) return [];
    const others = flights.filter(({ id }) => (watched === null ? id > target.id : id !== target.id));
    return others.flatMap((other) => (mayMeet(target, other, limits) ? staysBy(target, other, limits) : []));
  });
  return found.sort((a, b) => a.watched - b.watched || a.fromMs - b.fromMs || a.id - b.id);
}

function flightsOf(elements: readonly ElementSet[]): Flight[] {
  const low = elements.filter(({ meanMotionRevPerDay }) => meanMotionRevPerDay >= MIN_REV_PER_DAY);
  return [...Map.groupBy(low, ({ id }) => id)].map(([id, sets]) => ({
    id,
    name: sets.findLast(({ name }) => name !== null)?.name ?? String(id),
    orbits: sets.toSorted((a, b) => a.epochMs - b.epochMs).map(orbitAt),
  }));
}

/** Whether inclinations and heights ever came near enough. */
function mayMeet(a: Flight, b: Flight, { planeDeg, heightKm }: ShadowingLimits): boolean {
  const apart = (of: (orbit: OrbitAt) => number) => {
    const [lowA, highA, lowB, highB] = [a, b].flatMap(({ orbits }) => extent(orbits.map(of)));
    return Math.max(lowA! - highB!, lowB! - highA!);
  };
  return (
    apart(({ inclinationDeg }) => inclinationDeg) <= planeDeg && apart(({ axisKm }) => axisKm) <= heightKm
  );
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [
    Infinity,
    -Infinity,
  ] as [number, number]);
}

function staysBy(target: Flight, other: Flight, limits: ShadowingLimits): Shadowing[] {
  const meetings = meetingsOf(target.orbits, other.orbits);
  const isNear = ({ planeDeg, higherKm }: RelativeOrbit) =>
    planeDeg <= limits.planeDeg && Math.abs(higherKm) <= limits.heightKm;
  const stays: Shadowing[] = [];
  for (let start = 0; start < meetings.length;) {
    let end = start;
    while (end < meetings.length && isNear(meetings[end]!)) {
      if (end > start && meetings[end]!.epochMs - meetings[end - 1]!.epochMs > SILENCE_MS) break;
      end++;
    }
    if (end - start >= MIN_MEETINGS) stays.push(stayOf(target, other, meetings, start, end));
    start = Math.max(end, start + 1);
  }
  return stays;
}

/** The other orbit at each epoch of the watched one's, where it has a set about that time. */
function meetingsOf(target: readonly OrbitAt[], other: readonly OrbitAt[]): RelativeOrbit[] {
  const meetings: RelativeOrbit[] = [];
  let at = 0;
  for (const orbit of target) {
    const distance = (i: number) => Math.abs(other[i]!.epochMs - orbit.epochMs);
    while (at + 1 < other.length && distance(at + 1) <= distance(at)) at++;
    if (distance(at) <= SAME_TIME_MS) meetings.push(relativeOrbit(orbit, other[at]!));
  }
  return meetings;
}

function stayOf(
  target: Flight,
  other: Flight,
  meetings: readonly RelativeOrbit[],
  start: number,
  end: number,
): Shadowing {
  const during = meetings.slice(start, end);
  const nearest = during.reduce((best, each) => (each.planeDeg < best.planeDeg ? each : best));
  const isBeside = ({ phaseDeg, higherKm }: RelativeOrbit) =>
    phaseDeg <= NEAR_PHASE_DEG && Math.abs(higherKm) <= NEAR_HEIGHT_KM;
  return {
    kind: during.some(isBeside) ? "proximity" : "co-planar",
    id: other.id,
    name: other.name,
    watched: target.id,
    watchedName: target.name,
    fromMs: during[0]!.epochMs,
    toMs: during.at(-1)!.epochMs,
    notBeforeMs: meetings[start - 1]?.epochMs ?? null,
    notAfterMs: meetings[end]?.epochMs ?? null,
    minPlaneDeg: nearest.planeDeg,
    minPhaseDeg: Math.min(...during.map(({ phaseDeg }) => phaseDeg)),
    higherKm: nearest.higherKm,
    nodeDriftDegPerDay: nearest.nodeDriftDegPerDay,
    phaseDriftDegPerDay: nearest.phaseDriftDegPerDay,
  };
}
