import { siderealTimeRad } from "#science/earth/index.ts";
import type { ElementSet } from "../elements/element-set.ts";

/** Rotation of the Earth, degrees per day (IAU 1982). */
const EARTH_DEG_PER_DAY = 360.985_647_366_29;

/** 3/2 J2 (Re/a)² on the geostationary orbit. */
const OBLATENESS = (1.5 * 1.082_616e-3) / (42_164.2 / 6378.135) ** 2;
/** What Sun and Moon take from the mean motion there: −(n☉² + μ n☾²)/n, degrees per day. */
const THIRD_BODY_DEG_PER_DAY = -360.99 * ((1 / 365.25) ** 2 + (1 / 27.32) ** 2 / 82.3);

/** An angle brought into [−180°, 180°). */
export function wrapDeg(angle: number): number {
  return angle - 360 * Math.floor((angle + 180) / 360);
}

/** Mean longitude east of Greenwich, degrees, of a near-synchronous object at its epoch; UT1 is taken for UTC. */
export function beltLongitudeDeg(e: ElementSet): number {
  const rotation = (siderealTimeRad(e.epochMs) * 180) / Math.PI;
  return wrapDeg(e.raanDeg + e.argumentOfPerigeeDeg + e.meanAnomalyDeg - rotation);
}

/** Drift over the ground, degrees per day, positive to the east: mean anomaly, perigee and node against the Earth. */
export function beltDriftDegPerDay(e: ElementSet): number {
  const inclination = (e.inclinationDeg * Math.PI) / 180;
  const [sin, cos] = [Math.sin(inclination), Math.cos(inclination)];
  const turning = 1 + OBLATENESS * (2 - 2.5 * sin * sin - cos);
  return 360 * e.meanMotionRevPerDay * turning + THIRD_BODY_DEG_PER_DAY - EARTH_DEG_PER_DAY;
}
