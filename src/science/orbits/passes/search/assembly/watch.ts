/** From knot to knot: which sites see the object, and in which segments it crosses their horizons. */
import { cross, forgetCrossings, noteCrossing } from "./crossings";
import { driftKm } from "./follow";
import { heightsOver, lookFrom } from "./heights";
import * as M from "./memory";
import { peaks } from "./peaks";
import { turn } from "./turns";

/** Watches from a knot on, to the end of the track or as long as there is room for passes; answers the next knot. */
export function watchFrom(knot: i32): i32 {
  for (; knot < M.known && M.hasRoom(); knot++) watchKnot(knot);
  if (knot == M.known) M.endTrack();
  peaks();
  return knot;
}

const LEAST_RADIUS_KM: f64 = 6350;

function watchKnot(knot: i32): void {
  const at = M.knots + <usize>knot * M.KNOT;
  const x = load<f64>(at, M.X),
    y = load<f64>(at, M.Y),
    z = load<f64>(at, M.Z);
  const r2 = x * x + y * y + z * z,
    radius = sqrt(r2);
  lookFrom(at, r2);
  // Of the triangle of the Earth's centre, a site and the object: the angle at the centre, and the further one.
  const c = min<f64>(1, (LEAST_RADIUS_KM * M.cosine) / (radius + driftKm)),
    s = sqrt(1 - c * c);
  const sinAway = s * M.cosFurther + c * M.sinFurther;
  const cosAway = sinAway < 0 ? -1 : c * M.cosFurther - s * M.sinFurther;
  M.setBend(max(load<f64>(at, M.BEND), knot == 0 ? 0 : load<f64>(at - M.KNOT, M.BEND)));
  forgetCrossings();
  for (let cell: usize = 0; cell < M.cells; cell += 4) {
    let mask = conesWithin(
      cell,
      <f32>(x / radius),
      <f32>(y / radius),
      <f32>(z / radius),
      <f32>cosAway,
      <f32>max<f64>(0, sinAway),
    );
    for (; mask != 0; mask &= mask - 1) watchCell(cell + <usize>ctz(mask), knot);
  }
  cross(knot - 1);
}

/** Of single precision. */
const ROUNDING: f32 = 1e-5;

/** Which of four cells hold a site within the angle: the direction is no farther from the axis than both angles. */
function conesWithin(cell: usize, x: f32, y: f32, z: f32, cosAway: f32, sinAway: f32): i32 {
  const row = M.cells << 2;
  const at = M.cones + (cell << 2);
  const cosine = f32x4.add(
    f32x4.add(f32x4.mul(v128.load(at), f32x4.splat(x)), f32x4.mul(v128.load(at + row), f32x4.splat(y))),
    f32x4.mul(v128.load(at + 2 * row), f32x4.splat(z)),
  );
  const cosRadius = v128.load(at + 3 * row),
    sinRadius = v128.load(at + 4 * row);
  const c = f32x4.splat(cosAway),
    s = f32x4.splat(sinAway);
  const least = f32x4.sub(f32x4.mul(c, cosRadius), f32x4.mul(s, sinRadius));
  const isAll = f32x4.le(f32x4.add(f32x4.mul(c, sinRadius), f32x4.mul(s, cosRadius)), f32x4.splat(ROUNDING));
  return i32x4.bitmask(v128.or(isAll, f32x4.ge(f32x4.add(cosine, f32x4.splat(ROUNDING)), least)));
}

function watchCell(cell: usize, knot: i32): void {
  const row = M.cellRows + cell * M.CELL;
  const end = <usize>load<i32>(row, 4);
  const isNext = load<i32>(row, 8) == knot - 1;
  store<i32>(row, knot, 8);
  for (let four = <usize>load<i32>(row); four < end; four++) {
    const at = M.fours + four * M.FOUR;
    const before = v128.load(at, M.HEIGHT4);
    const now = heightsOver(at);
    v128.store(at, now, M.HEIGHT4);
    if (isNext) compare(four << 2, knot - 1, before, now);
    else beginWhereUp(four << 2, knot, now);
  }
}

function beginWhereUp(first: usize, knot: i32, now: v128): void {
  let mask = ~i32x4.bitmask(now) & 15;
  for (; mask != 0; mask &= mask - 1) M.setRise(first + <usize>ctz(mask), <f64>knot);
}

/** Notes the crossings of four sites in a segment, and looks closer where the height could turn at the horizon. */
function compare(first: usize, segment: i32, before: v128, now: v128): void {
  let crossing = i32x4.bitmask(v128.xor(before, now));
  for (; crossing != 0; crossing &= crossing - 1) noteCrossing(first, <usize>ctz(crossing), before, now);
  let turning = turningWithin(before, now);
  for (; turning != 0; turning &= turning - 1) turn(first + <usize>ctz(turning), segment);
}

/**
 * Which of four heights, on one side of the horizon at both ends, can reach it in between: a parabola through both that
 * bends as much as the path can goes by (before + now) / 2 and bend / 8 + (now − before)² / (2 bend) if it turns at all.
 */
function turningWithin(before: v128, now: v128): i32 {
  const bendKm = <f32>M.bendKm,
    change = f32x4.sub(now, before);
  const farthest = f32x4.add(
    f32x4.splat(bendKm / 8),
    f32x4.mul(f32x4.splat(0.5 / bendKm), f32x4.mul(change, change)),
  );
  const isNear = f32x4.le(f32x4.mul(f32x4.splat(0.5), f32x4.abs(f32x4.add(before, now))), farthest);
  const isSlow = f32x4.le(f32x4.abs(change), f32x4.splat(bendKm / 2));
  return i32x4.bitmask(v128.andnot(v128.and(isNear, isSlow), i32x4.shr_s(v128.xor(before, now), 31)));
}
