/** From knot to knot: which sites see the object, and in which segments it crosses their horizons. */
import { add, both, div, mul, mulAdd, mulSub, sub } from "../../../kernel/assembly/lanes";
import { crossings, settled } from "./crossings";
import * as M from "./memory";
import { aim, climb } from "./sight";
import { turn } from "./turns";

let crossed: usize = 0;

/** Looks from the sites within an angle of the point below the object, given by its cosine and sine; notes passes that end. */
export function watchKnot(knot: i32, cosAway: f64, sinAway: f64): void {
  const at = M.knots + <usize>knot * M.KNOT;
  const x = <f32>load<f64>(at, M.X),
    y = <f32>load<f64>(at, M.Y),
    z = <f32>load<f64>(at, M.Z);
  const radius = sqrt(x * x + y * y + z * z);
  crossed = 0;
  for (let cell: usize = 0; cell < M.cells; cell += 4) {
    let mask = conesWithin(cell, x / radius, y / radius, z / radius, <f32>cosAway, <f32>sinAway);
    for (; mask != 0; mask &= mask - 1) watchCell(cell + <usize>ctz(mask), knot, at);
  }
  for (let i: usize = 0; i < crossed; i += 2) cross(i, min(i + 1, crossed - 1), knot - 1);
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

function watchCell(cell: usize, knot: i32, at: usize): void {
  const row = M.cellRows + cell * M.CELL;
  const end = <usize>load<i32>(row, 4);
  const isNext = load<i32>(row, 8) == knot - 1;
  store<i32>(row, knot, 8);
  for (let pair = <usize>load<i32>(row); pair < end; pair++) {
    const sites = M.pairs + pair * M.PAIR;
    const before = v128.load(sites, M.HEIGHT),
      climbBefore = v128.load(sites, M.CLIMB);
    lookFrom(sites, at);
    if (isNext) compare(pair, knot - 1, before, climbBefore);
    else beginWhereUp(pair, knot);
  }
}

function beginWhereUp(pair: usize, knot: i32): void {
  let mask = i64x2.bitmask(v128.not(v128.load(M.pairs + pair * M.PAIR, M.HEIGHT)));
  for (; mask != 0; mask &= mask - 1) M.setRise(2 * pair + <usize>ctz(mask), <f64>knot);
}

/** Notes the crossings of two sites in a segment, and looks closer where the height could turn at the horizon. */
function compare(pair: usize, segment: i32, before: v128, climbBefore: v128): void {
  const now = v128.load(M.pairs + pair * M.PAIR, M.HEIGHT),
    climb = v128.load(M.pairs + pair * M.PAIR, M.CLIMB);
  // Signs tell: of another sign than before, or towards the horizon at first and away from it at the end.
  const differs = v128.xor(before, now);
  const keepsAway = v128.or(v128.not(v128.xor(before, climbBefore)), v128.xor(before, climb));
  let crossing = i64x2.bitmask(differs);
  let turning = i64x2.bitmask(v128.not(v128.or(differs, keepsAway)));
  if (crossing != 0) {
    const guess = guessed(before, now, climbBefore, climb);
    for (; crossing != 0; crossing &= crossing - 1) note(pair, <usize>ctz(crossing), guess);
  }
  if (turning != 0) {
    // Where the tangents at both ends meet, the height turns at the latest: that times what the climb loses.
    const fall = sub(climbBefore, climb);
    const meet = mulAdd(climbBefore, sub(sub(now, before), climb), mul(before, fall));
    turning &= i64x2.bitmask(v128.not(meet));
    for (; turning != 0; turning &= turning - 1)
      turnAt(pair, <usize>ctz(turning), segment, climbBefore, climb);
  }
}

/** The part of a segment at which a height is zero: the inverse cubic through both ends, or, where it strays, a line. */
function guessed(before: v128, now: v128, climbBefore: v128, climb: v128): v128 {
  const change = sub(now, before);
  const s = div(sub(both(0), before), change);
  const left = sub(both(1), s);
  const bend = mulSub(div(change, climb), s, mul(div(change, climbBefore), left));
  const cubic = mul(s, mulAdd(left, bend, mul(s, sub(both(3), add(s, s)))));
  const isInside = v128.and(f64x2.gt(cubic, both(0)), f64x2.lt(cubic, both(1)));
  return v128.bitselect(cubic, s, isInside);
}

function note(pair: usize, lane: usize, guess: v128): void {
  const at = M.noted + (crossed << 4);
  store<f64>(at, lane == 0 ? f64x2.extract_lane(guess, 0) : f64x2.extract_lane(guess, 1));
  store<i32>(at, ((<i32>pair) << 1) + <i32>lane, 8);
  crossed++;
}

function turnAt(pair: usize, lane: usize, segment: i32, climbBefore: v128, climb: v128): void {
  if (lane == 0) turn(2 * pair, segment, f64x2.extract_lane(climbBefore, 0), f64x2.extract_lane(climb, 0));
  else turn(2 * pair + 1, segment, f64x2.extract_lane(climbBefore, 1), f64x2.extract_lane(climb, 1));
}

/**
 * Looks how many kilometres above the cone of the elevation that counts the object is at a knot, and how fast that
 * changes: the height over the plane less the sine times the distance.
 */
function lookFrom(sites: usize, knot: usize): void {
  const x = v128.load64_splat(knot, M.X),
    y = v128.load64_splat(knot, M.Y),
    z = v128.load64_splat(knot, M.Z),
    vx = v128.load64_splat(knot, M.VX),
    vy = v128.load64_splat(knot, M.VY),
    vz = v128.load64_splat(knot, M.VZ);
  const q = upwards(sites, x, y, z);
  let height = sub(q, v128.load(sites, M.PLANE)),
    climb = upwards(sites, vx, vy, vz);
  if (M.sine != 0) {
    const along = v128.load(sites, M.ALONG),
      below = v128.load(sites, M.BELOW);
    const r2 = mulAdd(x, x, mulAdd(y, y, mul(z, z))),
      radial = mulAdd(x, vx, mulAdd(y, vy, mul(z, vz)));
    const sunk = mulSub(below, z, mul(along, q));
    const away = sub(radial, mulSub(below, vz, mul(along, climb)));
    const square = mulSub(both(2), sunk, add(r2, v128.load(sites, M.RADIUS2)));
    const distance = f64x2.sqrt(square);
    height = mulSub(both(M.sine), distance, height);
    climb = sub(climb, div(mul(both(M.sine), away), distance));
  }
  v128.store(sites, height, M.HEIGHT);
  v128.store(sites, climb, M.CLIMB);
}

function upwards(sites: usize, x: v128, y: v128, z: v128): v128 {
  return mulAdd(v128.load(sites, M.UX), x, mulAdd(v128.load(sites, M.UY), y, mul(v128.load(sites, M.UZ), z)));
}

/** The crossings of two sites that were noted in one segment: at each a pass begins or ends. */
function cross(first: usize, second: usize, segment: i32): void {
  const a = siteOf(first),
    b = siteOf(second);
  aim(a, b, segment);
  const rises = together(M.riseOf(a), M.riseOf(b));
  const isUp = f64x2.eq(rises, rises);
  const low = v128.and(isUp, both(1));
  const guess = together(load<f64>(M.noted + (first << 4)), load<f64>(M.noted + (second << 4)));
  const at = add(both(<f64>segment), crossings(low, sub(both(1), low), guess));
  const climbs = climb();
  beginOrEnd(a, settled(a, f64x2.extract_lane(at, 0), f64x2.extract_lane(climbs, 0)));
  if (first != second) beginOrEnd(b, settled(b, f64x2.extract_lane(at, 1), f64x2.extract_lane(climbs, 1)));
}

function siteOf(i: usize): usize {
  return <usize>load<i32>(M.noted + (i << 4), 8);
}

function together(first: f64, second: f64): v128 {
  return f64x2.replace_lane(both(first), 1, second);
}

function beginOrEnd(site: usize, at: f64): void {
  const rise = M.riseOf(site);
  const isUp = rise == rise;
  M.setRise(site, isUp ? NaN : at);
  if (isUp) M.tell(site, rise, at);
}
