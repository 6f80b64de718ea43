import { wrapDeg } from "./belt-longitude.ts";

/** Earth's gravity field over the equator (EGM96, not normalised), in the terms that move a synchronous object. */
const RE_OVER_A = 6378.137 / 42_164.2;
const [C22, S22] = [1.574_46e-6, -0.903_87e-6];
const [C31, S31] = [2.192_64e-6, 0.268_42e-6];
const [C33, S33] = [0.100_55e-6, 0.197_22e-6];
const RAD = Math.PI / 180;
/** −3 n², in degrees per day² for a tangential pull given in units of μ/a². */
const PULL = (-3 * (2 * Math.PI * 1.002_737_9) ** 2) / RAD;

/** Acceleration of the mean longitude of an uncontrolled object, degrees per day² (Kaula: J22, J31, J33). */
export function freeAccelerationDegPerDay2(lonDeg: number): number {
  const [sin, cos] = [Math.sin(lonDeg * RAD), Math.cos(lonDeg * RAD)];
  const [sin2, cos2] = [2 * sin * cos, cos * cos - sin * sin];
  const [sin3, cos3] = [sin2 * cos + cos2 * sin, cos2 * cos - sin2 * sin];
  const second = 6 * (S22 * cos2 - C22 * sin2);
  const third = -1.5 * (S31 * cos - C31 * sin) + 45 * (S33 * cos3 - C33 * sin3);
  return PULL * RE_OVER_A ** 2 * (second + RE_OVER_A * third);
}

/** Where an object was, and how fast it drifted. */
export interface Drifting {
  readonly days: number;
  readonly lonDeg: number;
  readonly rate: number;
}

/** Drift rates of public element sets in the belt scatter by some 0.004 °/day, longitudes by 0.01°. */
const RATE_TOLERANCE = 0.012;
const LON_TOLERANCE_DEG = 0.03;
const STEP_DAYS = 5;

/**
 * Whether an object may have drifted from one place to the next without a manoeuvre: the rates that free motion
 * needs at both ends, given where they are, are those of the element sets.
 */
export function mayDriftFreely(from: Drifting, to: Drifting): boolean {
  const days = to.days - from.days;
  const tolerance = RATE_TOLERANCE + LON_TOLERANCE_DEG / Math.max(days, 1e-3);
  const expected = 0.5 * (from.rate + to.rate) * days;
  const travelled = expected + wrapDeg(to.lonDeg - from.lonDeg - expected);
  const steps = Math.ceil(days / STEP_DAYS);
  let [gain, moment] = [0, 0];
  for (let s = 0; s < steps; s++) {
    const part = (s + 0.5) / steps;
    const pull = (freeAccelerationDegPerDay2(from.lonDeg + part * travelled) * days) / steps;
    gain += pull;
    moment += pull * (1 - part);
  }
  const rate = travelled / days - moment;
  return Math.abs(from.rate - rate) <= tolerance && Math.abs(to.rate - rate - gain) <= tolerance;
}
