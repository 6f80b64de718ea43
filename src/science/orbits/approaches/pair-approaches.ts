import type { ElementSet } from "../elements/element-set.ts";
import { initialise } from "../sgp4/initialise.ts";
import { orbitAt, relativeOrbit } from "../shadowing/relative-orbit.ts";
import { approachesFrom, type Approach } from "./approach.ts";
import { relativeMotion } from "./relative-motion.ts";
import type { Screening } from "./screening.ts";
import { stretchesWithin } from "./stretch.ts";

/** The approaches of two objects to each other, by SGP4 at every step: no search, as there is nobody else. */
export function pairApproaches(a: ElementSet, b: ElementSet, screening: Screening): Approach[] {
  const orbits = initialise([a, b]);
  const motion = relativeMotion(orbits, screening.originMs, 0, 1);
  const stretches = stretchesWithin(motion, [0, screening.seconds], screening.withinKm);
  return approachesFrom(
    stretches.map((each) => ({ first: 0, second: 1, ...each })),
    orbits,
    screening,
  );
}

/** What counts as near and as slow, and how far from the first epoch it is asked for. */
export interface SlowLimits {
  readonly withinKm: number;
  readonly maxKmS: number;
  readonly days: number;
}

const MU_KM3_PER_S2 = 398_600.8;
const RAD = Math.PI / 180;
/** What drag changes of a place along the orbit within a few days, degrees. */
const DRAG_DEG = 3;

/**
 * Whether two orbits can bring their objects near each other slowly at all. Off the line in which two planes meet they
 * are apart in place, on it in speed; at one place equal speeds are equal energies; and along the orbit they must come
 * together in time. All bounds are loose.
 */
export function mayMeetSlowly(a: ElementSet, b: ElementSet, limits: SlowLimits): boolean {
  const [first, second] = [orbitAt(a), orbitAt(b)];
  const { planeDeg, higherKm, phaseDeg, phaseDriftDegPerDay } = relativeOrbit(first, second);
  const { maxPlane, maxHigherKm, maxPhaseDeg } = boundsOf(
    a,
    b,
    Math.min(first.axisKm, second.axisKm),
    limits,
  );
  return (
    Math.abs(higherKm) <= maxHigherKm &&
    Math.sin(Math.min(90, planeDeg) * RAD) <= maxPlane &&
    phaseDeg <= maxPhaseDeg + Math.abs(phaseDriftDegPerDay) * limits.days
  );
}

function boundsOf(a: ElementSet, b: ElementSet, axisKm: number, { withinKm, maxKmS }: SlowLimits) {
  const eccentricity = Math.max(a.eccentricity, b.eccentricity);
  const perigeeKm = axisKm * (1 - eccentricity);
  const circular = Math.sqrt(MU_KM3_PER_S2 / axisKm);
  const stretch = Math.sqrt((1 + eccentricity) / (1 - eccentricity));
  const maxEnergy = circular * stretch * maxKmS + (MU_KM3_PER_S2 / perigeeKm ** 2) * withinKm;
  return {
    maxPlane: Math.hypot((maxKmS * stretch) / circular, withinKm / perigeeKm),
    // Twice, as what the energy changes of the larger axis is a little more.
    maxHigherKm: (4 * axisKm ** 2 * maxEnergy) / MU_KM3_PER_S2,
    // The equation of the centre is at most 2 e, and a little more for large e.
    maxPhaseDeg: (withinKm / perigeeKm + 2.5 * (a.eccentricity + b.eccentricity)) / RAD + DRAG_DEG,
  };
}
