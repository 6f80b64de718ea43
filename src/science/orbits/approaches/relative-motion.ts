import type { Orbits } from "../sgp4/initialise.ts";
import { propagate } from "../sgp4/propagate.ts";

/** How two objects stand to each other at a moment. */
export interface Encounter {
  /** Seconds from the origin. */
  readonly seconds: number;
  /** Squared distance (km²), half its derivative (km²/s), squared relative speed (km²/s²). */
  readonly squared: number;
  readonly slope: number;
  readonly speedSquared: number;
}

/** The exact motion of one object relative to another, by SGP4; null when one of them has no position. */
export type RelativeMotion = (seconds: number) => Encounter | null;

const states = new Float64Array(12);

export function relativeMotion(
  orbits: Orbits,
  originMs: number,
  first: number,
  second: number,
): RelativeMotion {
  const startFirst = (originMs - orbits.epochsMs[first]!) / 60_000;
  const startSecond = (originMs - orbits.epochsMs[second]!) / 60_000;
  return (seconds) => {
    if (propagate(orbits, first, startFirst + seconds / 60, states, 0) !== 0) return null;
    if (propagate(orbits, second, startSecond + seconds / 60, states, 6) !== 0) return null;
    let [squared, slope, speedSquared] = [0, 0, 0];
    for (let c = 0; c < 3; c++) {
      const distance = states[6 + c]! - states[c]!;
      const speed = states[9 + c]! - states[3 + c]!;
      squared += distance * distance;
      slope += distance * speed;
      speedSquared += speed * speed;
    }
    return { seconds, squared, slope, speedSquared };
  };
}
