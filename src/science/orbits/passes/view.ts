import { earthFixed, type Geodetic, siderealTimeRad, sunKm } from "#science/earth/index.ts";
import type { Orbits } from "../sgp4/initialise.ts";
import { propagate } from "../sgp4/propagate.ts";
import { isSunlit } from "./shadow.ts";

/** How an object and a site stand to each other and to the Sun at one time. */
export interface View {
  readonly elevationDeg: number;
  /** From north over east. */
  readonly azimuthDeg: number;
  readonly rangeKm: number;
  /** At the object, between straight down to the Earth's centre and the site. */
  readonly offNadirDeg: number;
  /** Whether the object is outside the full shadow of the Earth. */
  readonly isSunlit: boolean;
  /** Whether the Sun's upper edge is over the horizon of the site, refraction included. */
  readonly isDay: boolean;
}

const DEGREES = 180 / Math.PI;
/** The Sun's centre when its upper edge is on the horizon. */
const SUNRISE_SINE = Math.sin(-0.833 / DEGREES);

type Vector = readonly [number, number, number];

/** Looks from a site at an object by SGP4, at a time in UTC milliseconds; null where the object has no position. */
export function viewAt(orbits: Orbits, object: number, site: Geodetic, timeMs: number): View | null {
  const state = new Float64Array(6);
  if (propagate(orbits, object, (timeMs - orbits.epochsMs[object]!) / 60_000, state) !== 0) return null;
  const angle = siderealTimeRad(timeMs);
  const there = turned([state[0]!, state[1]!, state[2]!], angle);
  const sun = turned(sunKm(timeMs), angle);
  const { position, up } = earthFixed(site);
  const line: Vector = [there[0] - position[0], there[1] - position[1], there[2] - position[2]];
  const range = Math.hypot(...line);
  const height = dot(line, up);
  return {
    elevationDeg: Math.atan2(height, Math.sqrt(Math.max(0, range * range - height * height))) * DEGREES,
    azimuthDeg: azimuth(line, site),
    rangeKm: range,
    offNadirDeg: Math.acos(Math.min(1, dot(line, there) / (range * Math.hypot(...there)))) * DEGREES,
    isSunlit: isSunlit(there, sun),
    isDay: dot(sun, up) / Math.hypot(...sun) > SUNRISE_SINE,
  };
}

function azimuth([x, y, z]: Vector, { latDeg, lonDeg }: Geodetic): number {
  const [sinLat, cosLat] = [Math.sin(latDeg / DEGREES), Math.cos(latDeg / DEGREES)];
  const [sinLon, cosLon] = [Math.sin(lonDeg / DEGREES), Math.cos(lonDeg / DEGREES)];
  const east = cosLon * y - sinLon * x;
  const north = cosLat * z - sinLat * (cosLon * x + sinLon * y);
  return (Math.atan2(east, north) * DEGREES + 360) % 360;
}

/** A vector of TEME over the turning Earth. */
function turned([x, y, z]: Vector, angle: number): Vector {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos * x + sin * y, cos * y - sin * x, z];
}

function dot([ax, ay, az]: Vector, [bx, by, bz]: Vector): number {
  return ax * bx + ay * by + az * bz;
}
