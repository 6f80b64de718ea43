/** From what SGP4 says of an object at the knots to its path over the turning Earth: quintics from knot to knot. */
import { add, both, mul, mulAdd, mulSub, sub } from "../../../kernel/assembly/lanes";
import * as M from "./memory";

/** The Earth turns by that many radians in a second (IAU 1982). */
const TURN_RATE: f64 = 7.292115855e-5;
/** WGS-72, as in SGP4: km³/s², and the second harmonic times the square of the Earth's radius in km². */
const GRAVITY: f64 = 398600.8;
const OBLATENESS: f64 = 1.082616e-3 * 6378.135 * 6378.135;

/** Value, rate and its rate at the two ends of a segment: x, y, z and the square of the radius of each. */
const START: usize = memory.data(96, 16);
const END: usize = memory.data(96, 16);
const RATE: usize = 32;
const BEND: usize = 64;

/** For what lies between two knots: a segment is short for any orbit, and its speed hardly differs from that at them. */
const MARGIN: f64 = 1.1;

/** Within one segment at most: how far the object goes up or down, kilometres, and by how much of a turn, radians. */
export let driftKm: f64 = 0;
export let turnRad: f64 = 0;

/** Follows an object through its first states, so many as are given. */
export function follow(count: i32): void {
  driftKm = 0;
  turnRad = 0;
  for (let k: usize = 0; k < <usize>count; k++) {
    memory.copy(START, END, 96);
    overTurningEarth(M.states + k * 48, load<f64>(M.turns + k * 16), load<f64>(M.turns + k * 16, 8));
    writeKnot(M.knots + k * M.KNOT);
    if (k > 0) writeQuintics(M.quintics + (k - 1) * M.SEGMENT);
  }
}

/** From a state in TEME to what is so over the turning Earth; rates over a segment. */
function overTurningEarth(state: usize, cos: f64, sin: f64): void {
  const h = M.segmentS;
  const x = load<f64>(state),
    y = load<f64>(state, 8),
    z = load<f64>(state, 16),
    vx = load<f64>(state, 24),
    vy = load<f64>(state, 32),
    vz = load<f64>(state, 40);
  const r2 = x * x + y * y + z * z;
  const pull = -GRAVITY / (r2 * sqrt(r2));
  const bulge = (1.5 * OBLATENESS) / r2;
  const lift = (5 * z * z) / r2;
  const across = pull * (1 + bulge * (1 - lift));
  const px = cos * x + sin * y,
    py = cos * y - sin * x;
  const ux = cos * vx + sin * vy + TURN_RATE * py,
    uy = cos * vy - sin * vx - TURN_RATE * px;
  const ax = across * px + 2 * TURN_RATE * uy + TURN_RATE * TURN_RATE * px,
    ay = across * py - 2 * TURN_RATE * ux + TURN_RATE * TURN_RATE * py,
    az = pull * (1 + bulge * (3 - lift)) * z;
  put(0, px, py, z, r2);
  put(RATE, h * ux, h * uy, h * vz, 2 * h * (px * ux + py * uy + z * vz));
  const bend = ux * ux + uy * uy + vz * vz + px * ax + py * ay + z * az;
  put(BEND, h * h * ax, h * h * ay, h * h * az, 2 * h * h * bend);
}

function put(at: usize, x: f64, y: f64, z: f64, r2: f64): void {
  store<f64>(END + at, x);
  store<f64>(END + at, y, 8);
  store<f64>(END + at, z, 16);
  store<f64>(END + at, r2, 24);
}

function writeKnot(knot: usize): void {
  memory.copy(knot, END, 24);
  const r2 = load<f64>(END, 24),
    radial2 = load<f64>(END + RATE, 24),
    radius = sqrt(r2),
    radial = radial2 / 2 / radius;
  store<f64>(knot, radius, M.RADIUS);
  driftKm = max(driftKm, MARGIN * abs(radial));
  turnRad = max(turnRad, MARGIN * sqrt(max<f64>(0, squared(END + RATE) - radial * radial) / r2));
  store<f64>(knot, MARGIN * (sqrt(squared(END + BEND)) + swell(r2)), M.BEND);
}

function squared(at: usize): f64 {
  const x = load<f64>(at),
    y = load<f64>(at, 8),
    z = load<f64>(at, 16);
  return x * x + y * y + z * z;
}

/** Of the Earth's normals: how far from its centre they pass at most, kilometres. */
const NORMALS_MISS_KM: f64 = 43;

/** By how much the rate of that height can change at which an object so far out has the elevation that counts. */
function swell(r2: f64): f64 {
  if (M.sine == 0) return 0;
  const inner = M.outmostKm * M.cosine;
  const over2 = max<f64>(1, r2 - inner * inner),
    over = sqrt(over2);
  const rate = abs(load<f64>(END + RATE, 24)) + 2 * NORMALS_MISS_KM * abs(load<f64>(END + RATE, 16)),
    bend = abs(load<f64>(END + BEND, 24)) + 2 * NORMALS_MISS_KM * abs(load<f64>(END + BEND, 16));
  return abs(M.sine) * (bend / (2 * over) + (rate * rate) / (4 * over2 * over));
}

/** The quintics that agree with both ends. */
function writeQuintics(at: usize): void {
  for (let axis: usize = 0; axis < 32; axis += 16) {
    const p0 = v128.load(START + axis),
      m0 = v128.load(START + axis, RATE),
      a0 = v128.load(START + axis, BEND),
      m1 = v128.load(END + axis, RATE),
      a1 = v128.load(END + axis, BEND);
    const rise = sub(v128.load(END + axis), p0);
    const half = both(0.5);
    const fourth = mulAdd(both(8), m0, mulAdd(both(7), m1, mul(half, mulSub(both(2), a1, mul(both(3), a0)))));
    const third = mulAdd(both(6), m0, mulAdd(both(4), m1, mul(half, sub(mul(both(3), a0), a1))));
    const fifth = mulAdd(both(3), add(m0, m1), mul(half, sub(a0, a1)));
    v128.store(at + axis, p0);
    v128.store(at + axis, m0, M.COEFFICIENT);
    v128.store(at + axis, mul(half, a0), 2 * M.COEFFICIENT);
    v128.store(at + axis, sub(mul(both(10), rise), third), 3 * M.COEFFICIENT);
    v128.store(at + axis, mulSub(both(15), rise, fourth), 4 * M.COEFFICIENT);
    v128.store(at + axis, sub(mul(both(6), rise), fifth), 5 * M.COEFFICIENT);
  }
}
