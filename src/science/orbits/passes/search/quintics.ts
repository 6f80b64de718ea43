import type { States } from "../../sgp4/propagate-batch.ts";

/** Numbers of one segment: six coefficients each of x, y, z and the square of the radius. */
export const COEFFICIENTS = 24;

/** Value, rate and its rate at the two ends of a segment: x, y, z and the square of the radius of each. */
export const ends = new Float64Array(24);

/** The Earth turns by that many radians in a second (IAU 1982). */
const TURN_RATE = 7.292115855e-5;
/** WGS-72, as in SGP4: km³/s², and the second harmonic times the square of the Earth's radius in km². */
const GRAVITY = 398_600.8;
const OBLATENESS = 1.082616e-3 * 6378.135 ** 2;

/** From a state in TEME to what is so over the turning Earth, in the second half of `ends`. */
export function overTurningEarth(values: States["values"], at: number, cos: number, sin: number): void {
  const x = values[at]!;
  const y = values[at + 1]!;
  const z = values[at + 2]!;
  const vx = values[at + 3]!;
  const vy = values[at + 4]!;
  const vz = values[at + 5]!;
  const r2 = x * x + y * y + z * z;
  const pull = -GRAVITY / (r2 * Math.sqrt(r2));
  const bulge = (1.5 * OBLATENESS) / r2;
  const lift = (5 * z * z) / r2;
  const across = pull * (1 + bulge * (1 - lift));
  const [px, py] = [cos * x + sin * y, cos * y - sin * x];
  const ux = cos * vx + sin * vy + TURN_RATE * py;
  const uy = cos * vy - sin * vx - TURN_RATE * px;
  const ax = across * px + 2 * TURN_RATE * uy + TURN_RATE * TURN_RATE * px;
  const ay = across * py - 2 * TURN_RATE * ux + TURN_RATE * TURN_RATE * py;
  const az = pull * (1 + bulge * (3 - lift)) * z;
  ends[12] = px;
  ends[13] = py;
  ends[14] = z;
  ends[15] = r2;
  ends[16] = ux;
  ends[17] = uy;
  ends[18] = vz;
  ends[19] = 2 * (px * ux + py * uy + z * vz);
  ends[20] = ax;
  ends[21] = ay;
  ends[22] = az;
  ends[23] = 2 * (ux * ux + uy * uy + vz * vz + px * ax + py * ay + z * az);
}

/** The quintics that agree with `ends` at both ends. */
export function writeQuintics(quintics: Float64Array, at: number, h: number): void {
  for (let axis = 0; axis < 4; axis++) {
    const p0 = ends[axis]!;
    const rise = ends[axis + 12]! - p0;
    const m0 = ends[axis + 4]! * h;
    const m1 = ends[axis + 16]! * h;
    const a0 = ends[axis + 8]! * h * h;
    const a1 = ends[axis + 20]! * h * h;
    const to = at + axis * 6;
    quintics[to] = p0;
    quintics[to + 1] = m0;
    quintics[to + 2] = a0 / 2;
    quintics[to + 3] = 10 * rise - 6 * m0 - 4 * m1 - (3 * a0 - a1) / 2;
    quintics[to + 4] = -15 * rise + 8 * m0 + 7 * m1 + (3 * a0 - 2 * a1) / 2;
    quintics[to + 5] = 6 * rise - 3 * (m0 + m1) - (a0 - a1) / 2;
  }
}

/** One axis of a segment when a part of it has passed. */
export function quinticAt(c: Float64Array, at: number, part: number): number {
  return (
    c[at]! +
    part * (c[at + 1]! + part * (c[at + 2]! + part * (c[at + 3]! + part * (c[at + 4]! + part * c[at + 5]!))))
  );
}
