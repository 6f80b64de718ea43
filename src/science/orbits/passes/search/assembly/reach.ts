/** Which cells hold a site that can see the object somewhere in a segment: those near the arc that it passes over. */
import { driftKm } from "./follow";
import * as M from "./memory";

/** No site is nearer to the Earth's centre. */
const LEAST_RADIUS_KM: f64 = 6350;
/** Sine of an arc so short that it has no direction to speak of. */
const SHORT: f64 = 1e-3;
/** Of single precision. */
const ROUNDING: f32 = 1e-5;

/** In single precision: unit vectors to the arc's middle and across it, and cosine and sine of the angles reached from both. */
const MIDDLE: usize = memory.data(12, 16);
const ACROSS: usize = memory.data(12, 16);
let cosFromMiddle: f32 = 0,
  sinFromMiddle: f32 = 0,
  cosFromArc: f32 = 0,
  sinFromArc: f32 = 0;

/** Brings a segment between two knots into view. */
export function reach(from: usize, to: usize): void {
  const start = 1 / load<f64>(from, M.RADIUS),
    end = 1 / load<f64>(to, M.RADIUS);
  const px = start * load<f64>(from, M.X),
    py = start * load<f64>(from, M.Y),
    pz = start * load<f64>(from, M.Z),
    qx = end * load<f64>(to, M.X),
    qy = end * load<f64>(to, M.Y),
    qz = end * load<f64>(to, M.Z);
  storeUnit(MIDDLE, px + qx, py + qy, pz + qz);
  storeUnit(ACROSS, py * qz - pz * qy, pz * qx - px * qz, px * qy - py * qx);
  // Of the triangle of the Earth's centre, a site and the object: the angle at the centre, and the further one.
  const radius = max(load<f64>(from, M.RADIUS), load<f64>(to, M.RADIUS)) + driftKm / 2;
  const c = min<f64>(1, (LEAST_RADIUS_KM * M.cosine) / radius),
    s = sqrt(1 - c * c);
  const cosine = c * M.cosFurther - s * M.sinFurther,
    sine = s * M.cosFurther + c * M.sinFurther;
  cosFromArc = <f32>cosine;
  sinFromArc = <f32>sine;
  const beyond = sine * M.cosHalfTurn + cosine * M.sinHalfTurn;
  cosFromMiddle = beyond < 0 ? -1 : <f32>(cosine * M.cosHalfTurn - sine * M.sinHalfTurn);
  sinFromMiddle = <f32>max<f64>(0, beyond);
}

function storeUnit(at: usize, x: f64, y: f64, z: f64): void {
  const length = sqrt(x * x + y * y + z * z);
  const scale = length > SHORT ? 1 / length : 0;
  store<f32>(at, <f32>(scale * x));
  store<f32>(at, <f32>(scale * y), 4);
  store<f32>(at, <f32>(scale * z), 8);
}

/** Which of four cells are within reach: neither from the middle nor from the arc farther than both angles. */
export function conesWithin(cell: usize): i32 {
  const row = M.cells << 2,
    at = M.cones + (cell << 2);
  const cosRadius = v128.load(at + 3 * row),
    sinRadius = v128.load(at + 4 * row),
    rounding = f32x4.splat(ROUNDING);
  const fromMiddle = f32x4.add(dot(at, row, MIDDLE), rounding),
    fromArc = f32x4.sub(f32x4.abs(dot(at, row, ACROSS)), rounding);
  const isNear = v128.or(
    f32x4.ge(fromMiddle, sumCosine(cosFromMiddle, sinFromMiddle, cosRadius, sinRadius)),
    f32x4.le(sumSine(cosFromMiddle, sinFromMiddle, cosRadius, sinRadius), rounding),
  );
  const isBeside = v128.or(
    f32x4.le(fromArc, sumSine(cosFromArc, sinFromArc, cosRadius, sinRadius)),
    f32x4.le(sumCosine(cosFromArc, sinFromArc, cosRadius, sinRadius), rounding),
  );
  return i32x4.bitmask(v128.and(isNear, isBeside));
}

function dot(at: usize, row: usize, direction: usize): v128 {
  const x = f32x4.mul(v128.load(at), v128.load32_splat(direction)),
    y = f32x4.mul(v128.load(at + row), v128.load32_splat(direction, 4)),
    z = f32x4.mul(v128.load(at + 2 * row), v128.load32_splat(direction, 8));
  return f32x4.add(f32x4.add(x, y), z);
}

function sumCosine(c: f32, s: f32, cosRadius: v128, sinRadius: v128): v128 {
  return f32x4.sub(f32x4.mul(f32x4.splat(c), cosRadius), f32x4.mul(f32x4.splat(s), sinRadius));
}

function sumSine(c: f32, s: f32, cosRadius: v128, sinRadius: v128): v128 {
  return f32x4.add(f32x4.mul(f32x4.splat(c), sinRadius), f32x4.mul(f32x4.splat(s), cosRadius));
}
