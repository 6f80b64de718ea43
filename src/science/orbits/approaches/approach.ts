import type { ElementSet } from "../elements/element-set.ts";
import * as R from "../sgp4/row.ts";
import type { Orbits } from "../sgp4/initialise.ts";
import type { Screening } from "./screening.ts";
import type { Stretch } from "./stretch.ts";

/** One stretch of time during which two objects are within the distance asked for; the one of the lower number first. */
export interface Approach {
  readonly id1: number;
  readonly id2: number;
  /** A proximity lasts a revolution, or as long as was screened: docked, in formation, or parked side by side. */
  readonly kind: "approach" | "proximity";
  /** Time of closest approach; this and the others UTC, milliseconds since 1970. */
  readonly tcaMs: number;
  readonly missKm: number;
  /** Relative speed then. */
  readonly relKmS: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** Age of both element sets at closest approach, negative where the epoch is later. */
  readonly age1Days: number;
  readonly age2Days: number;
}

const MS_PER_DAY = 86_400_000;

/** Stretches as approaches, in the order of their closest moments, then of their numbers. */
export function approachesFrom(
  stretches: readonly Stretch[],
  orbits: Orbits,
  screening: Screening,
): Approach[] {
  return stretches.map((stretch) => approachFrom(stretch, orbits, screening)).sort(byMoment);
}

export function byMoment(a: Approach, b: Approach): number {
  return a.tcaMs - b.tcaMs || a.id1 - b.id1 || a.id2 - b.id2;
}

function approachFrom(stretch: Stretch, orbits: Orbits, { originMs, seconds }: Screening): Approach {
  const [first, second] =
    orbits.ids[stretch.first]! < orbits.ids[stretch.second]!
      ? [stretch.first, stretch.second]
      : [stretch.second, stretch.first];
  const { from, to, tca, missKm, speedKmS: relKmS } = stretch;
  const tcaMs = originMs + tca * 1000;
  const lasts = Math.min(seconds, revolutionSeconds(orbits, first));
  return {
    id1: orbits.ids[first]!,
    id2: orbits.ids[second]!,
    kind: to - from >= lasts ? "proximity" : "approach",
    tcaMs,
    missKm,
    relKmS,
    fromMs: originMs + from * 1000,
    toMs: originMs + to * 1000,
    age1Days: (tcaMs - orbits.epochsMs[first]!) / MS_PER_DAY,
    age2Days: (tcaMs - orbits.epochsMs[second]!) / MS_PER_DAY,
  };
}

function revolutionSeconds({ rows }: Orbits, index: number): number {
  return ((2 * Math.PI) / rows[index * R.ROW_LENGTH + R.NO]!) * 60;
}

/** Of each object the newest set by a moment, or its oldest where all are later; in the order of first appearance. */
export function elementsBy(elements: readonly ElementSet[], moment: number): ElementSet[] {
  const chosen = new Map<number, ElementSet>();
  for (const each of elements) {
    const known = chosen.get(each.id);
    if (!known || isBetter(each, known, moment)) chosen.set(each.id, each);
  }
  return [...chosen.values()];
}

function isBetter(each: ElementSet, known: ElementSet, moment: number): boolean {
  if (each.epochMs <= moment) return known.epochMs > moment || each.epochMs >= known.epochMs;
  return known.epochMs > moment && each.epochMs < known.epochMs;
}
