import type { ElementSet } from "../elements/element-set.ts";
import { meanOrbit, secularRates } from "../sgp4/mean-orbit.ts";

/** One object's orbit at one epoch, and how its plane and its place in it move; degrees, days, kilometres. */
export interface OrbitAt {
  readonly epochMs: number;
  readonly inclinationDeg: number;
  readonly nodeDeg: number;
  readonly nodeDegPerDay: number;
  readonly latitudeDeg: number;
  readonly latitudeDegPerDay: number;
  readonly axisKm: number;
}

/** How one orbit lies to another at the epoch of the first. */
export interface RelativeOrbit {
  readonly epochMs: number;
  /** Angle between the planes. */
  readonly planeDeg: number;
  readonly nodeDriftDegPerDay: number;
  /** Angle along the orbit, 0 to 180. */
  readonly phaseDeg: number;
  readonly phaseDriftDegPerDay: number;
  /** Difference of the semi-major axes, positive where the second is higher. */
  readonly higherKm: number;
}

const DAY_MS = 86_400_000;
const RAD = Math.PI / 180;
const EARTH_RADIUS_KM = 6378.135;
const DEG_PER_DAY = 1440 / RAD;

export function orbitAt(elements: ElementSet): OrbitAt {
  const orbit = meanOrbit(elements);
  const { mdot, argpdot, nodedot } = secularRates(orbit);
  return {
    epochMs: elements.epochMs,
    inclinationDeg: elements.inclinationDeg,
    nodeDeg: elements.raanDeg,
    nodeDegPerDay: nodedot * DEG_PER_DAY,
    latitudeDeg: elements.argumentOfPerigeeDeg + elements.meanAnomalyDeg,
    latitudeDegPerDay: (mdot + argpdot) * DEG_PER_DAY,
    axisKm: orbit.ao * EARTH_RADIUS_KM,
  };
}

/** The second orbit seen from the first, carried to its epoch by the secular rates. */
export function relativeOrbit(first: OrbitAt, second: OrbitAt): RelativeOrbit {
  const days = (first.epochMs - second.epochMs) / DAY_MS;
  const node = second.nodeDeg + second.nodeDegPerDay * days - first.nodeDeg;
  const [i1, i2] = [first.inclinationDeg * RAD, second.inclinationDeg * RAD];
  const apart = Math.cos(i1) * Math.cos(i2) + Math.sin(i1) * Math.sin(i2) * Math.cos(node * RAD);
  const latitude = second.latitudeDeg + second.latitudeDegPerDay * days - first.latitudeDeg;
  // Latitudes count from different nodes; the shift along the orbit is what the node moved, seen in the plane.
  const phase = latitude + node * Math.cos(i1);
  return {
    epochMs: first.epochMs,
    planeDeg: Math.acos(Math.min(1, apart)) / RAD,
    nodeDriftDegPerDay: second.nodeDegPerDay - first.nodeDegPerDay,
    phaseDeg: Math.abs(phase - 360 * Math.round(phase / 360)),
    phaseDriftDegPerDay: second.latitudeDegPerDay - first.latitudeDegPerDay,
    higherKm: second.axisKm - first.axisKm,
  };
}
