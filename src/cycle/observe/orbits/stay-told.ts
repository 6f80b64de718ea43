import { dayAt, type Day } from "#model/day.ts";
import {
  findShadowing,
  orbitAt,
  relativeOrbit,
  SHADOWING_LIMITS,
  type OrbitAt,
  type Shadowing,
} from "#science/orbits/index.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import { wasTold, type ToldSpan } from "./told-once.ts";

export const DAY_MS = 86_400_000;

/** A stay in the plane of a guarded object, as it was known on the day that first showed it. */
export interface StayTold {
  readonly stay: Shadowing;
  readonly knownAt: Day;
  /** The sets that show it: those of the guarded object, and the nearest of the other to each. */
  readonly evidence: readonly PublishedSet[];
}

/** Sets further off than this from all that is new, days, belong to other stays: a silence of a hundred ends one. */
const LOOK_AROUND_DAYS = 120;
/** Sets are compared where they lie no further apart than this. */
const SAME_TIME_MS = 10 * DAY_MS;

/**
 * The stays of one object in the plane of another, each told once: on the day on which the sets that show its second
 * meeting were public, from the sets of both that were public by then. Only days before `until` are told, as a day that
 * is not over may bring more.
 */
export function staysTold(
  object: readonly PublishedSet[],
  guarded: readonly PublishedSet[],
  until: Day,
): StayTold[] {
  const target = guarded[0]?.elements.id;
  const near = nearness(guarded);
  const byDay = Map.groupBy([...object, ...guarded], ({ knownAt }) => knownAt.slice(0, 10));
  const known: PublishedSet[] = [];
  const told: ToldSpan[] = [];
  return [...byDay.keys()].sort().flatMap((day) => {
    if (day >= until) return [];
    const fresh = byDay.get(day)!;
    known.push(...fresh);
    const about = around(known, fresh);
    // Most days nobody is near anybody, and then no stay can have begun.
    if (!fresh.some((each) => about.some((other) => near(each, other)))) return [];
    const stays = findShadowing(
      about.map(({ elements }) => elements),
      new Set([target!]),
    );
    return stays.flatMap((stay) => {
      if (wasTold(told, stay)) return [];
      return [{ stay, knownAt: day, evidence: evidenceOf(stay, about) }];
    });
  });
}

/** Whether two sets, one of them of the guarded object, are of one plane and height at one time. */
function nearness(guarded: readonly PublishedSet[]): (a: PublishedSet, b: PublishedSet) => boolean {
  const orbits = new Map<PublishedSet, OrbitAt>();
  const orbitOf = (set: PublishedSet) => {
    const orbit = orbits.get(set) ?? orbitAt(set.elements);
    orbits.set(set, orbit);
    return orbit;
  };
  const ofGuarded = new Set(guarded);
  return (a, b) => {
    if (ofGuarded.has(a) === ofGuarded.has(b)) return false;
    if (Math.abs(a.elements.epochMs - b.elements.epochMs) > SAME_TIME_MS) return false;
    const [first, second] = ofGuarded.has(a) ? [a, b] : [b, a];
    const { planeDeg, higherKm } = relativeOrbit(orbitOf(first), orbitOf(second));
    return planeDeg <= SHADOWING_LIMITS.planeDeg && Math.abs(higherKm) <= SHADOWING_LIMITS.heightKm;
  };
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

function around(known: readonly PublishedSet[], fresh: readonly PublishedSet[]): PublishedSet[] {
  const [first, last] = extent(fresh.map(({ elements }) => elements.epochMs));
  const margin = LOOK_AROUND_DAYS * DAY_MS;
  return known.filter(
    ({ elements }) => elements.epochMs >= first - margin && elements.epochMs <= last + margin,
  );
}

function evidenceOf({ id, watched, fromMs, toMs }: Shadowing, near: readonly PublishedSet[]): PublishedSet[] {
  const others = near.filter(({ elements }) => elements.id === id);
  const guarded = near.filter(
    ({ elements }) => elements.id === watched && elements.epochMs >= fromMs && elements.epochMs <= toMs,
  );
  const nearest = guarded.map(({ elements: { epochMs } }) => {
    const distance = ({ elements }: PublishedSet) => Math.abs(elements.epochMs - epochMs);
    return others.reduce((best, each) => (distance(each) < distance(best) ? each : best));
  });
  return [...new Set([...guarded, ...nearest])];
}

export function dayOf(epochMs: number): Day {
  return dayAt(Math.floor(epochMs / DAY_MS));
}
