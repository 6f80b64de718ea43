import type { ElementSet } from "../elements/element-set.ts";

/** Rotation of the Earth, degrees per day, and its angle at 2000-01-01T12:00 UT (IAU 1982). */
const EARTH_DEG_PER_DAY = 360.985_647_366_29;
const EARTH_ANGLE_DEG = 280.460_618_37;
const J2000_MS = Date.UTC(2000, 0, 1, 12);
const DAY_MS = 86_400_000;

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
  const days = (e.epochMs - J2000_MS) / DAY_MS;
  const rotation = EARTH_ANGLE_DEG + 360 * (days % 1) + (EARTH_DEG_PER_DAY - 360) * days;
  return wrapDeg(e.raanDeg + e.argumentOfPerigeeDeg + e.meanAnomalyDeg - rotation);
}

/** Drift over the ground, degrees per day, positive to the east: mean anomaly, perigee and node against the Earth. */
export function beltDriftDegPerDay(e: ElementSet): number {
  const inclination = (e.inclinationDeg * Math.PI) / 180;
  const [sin, cos] = [Math.sin(inclination), Math.cos(inclination)];
  const turning = 1 + OBLATENESS * (2 - 2.5 * sin * sin - cos);
  return 360 * e.meanMotionRevPerDay * turning + THIRD_BODY_DEG_PER_DAY - EARTH_DEG_PER_DAY;
}
