/**
 * A whole catalogue at every knot of a span, in single precision, and the search of one object against all of it.
 * A place is (x, y, z, r); a velocity three floats, read four at a time, of which the last is never used.
 */
import { MU, fit } from "./arcs";
import {
  arcSeconds,
  beginHits,
  beginLayout,
  bendKm,
  coefficients,
  forgetHits,
  keep,
  layOutStates,
  states,
  steps,
  take,
  withinKm,
} from "./memory";
import { acceleration3, dot3 } from "./triples";
import { storeTransposed } from "./vectors";

const PLACE: usize = 16;
const VELOCITY: usize = 12;

/** What osculating apsides may be off within half an arc: ½ · 1.4e-5 km/s² of J2 · (450 s)², and a margin. */
const APSIS_MARGIN: f32 = 2;
const SPEED_MARGIN: f32 = 0.03;
/** Of a quintic through relative states in single precision. */
const ROUNDING: f32 = 0.05;

let objects: usize = 0;
let knots: usize = 0;
let places: usize = 0;
let velocities: usize = 0;
/** Of each object over the span: the radii it stays between, its greatest speeds, overall and outward, and its pad. */
let lows: usize = 0;
let highs: usize = 0;
let speeds: usize = 0;
let climbs: usize = 0;
let pads: usize = 0;
/** Of the target: its accelerations at all knots. */
let accelerations: usize = 0;
/** Of one pair: distances and differences of radius at all knots. */
let distances: usize = 0;
let steeps: usize = 0;
let relative: usize = 0;

/** Lays out an index, and a block that takes states of all objects at `knotsPerBlock` knots. */
export function layOutIndex(objectCount: i32, knotCount: i32, knotsPerBlock: i32): void {
  objects = objectCount;
  // Whole vectors of four, and one more to look ahead to.
  knots = ((<usize>knotCount + 3) & ~3) + 4;
  const rows = objects + 1;
  beginLayout();
  layOutStates(objects, knotsPerBlock);
  places = take(rows * knots * PLACE);
  velocities = take(rows * knots * VELOCITY + 4);
  lows = take(rows * 4);
  highs = take(rows * 4);
  speeds = take(rows * 4);
  climbs = take(rows * 4);
  pads = take(rows * 4);
  accelerations = take(knots * 16);
  distances = take(knots * 4);
  steeps = take(knots * 4);
  relative = take(6 * 16);
  beginHits();
  for (let row: usize = 0; row < rows; row++) clearRow(row);
}

function clearRow(row: usize): void {
  store<f32>(lows + (row << 2), f32.MAX_VALUE);
  store<f32>(highs + (row << 2), 0);
  store<f32>(speeds + (row << 2), 0);
  store<f32>(climbs + (row << 2), 0);
  store<f32>(pads + (row << 2), 0);
  for (let knot: usize = 0; knot < knots; knot++) v128.store(placeOf(row, knot), f32x4.splat(NaN));
}

function placeOf(row: usize, knot: usize): usize {
  return places + (row * knots + knot) * PLACE;
}

function velocityOf(row: usize, knot: usize): usize {
  return velocities + (row * knots + knot) * VELOCITY;
}

/** Takes over the first `count` knots of every object in the block. */
export function indexBlock(firstKnot: i32, count: i32): void {
  for (let row: usize = 0; row < objects; row++) indexStates(row, row, firstKnot, count);
}

export function clearTarget(): void {
  clearRow(objects);
}

/** Takes over knots of the target, which stands first in the block. */
export function indexTarget(firstKnot: i32, count: i32): void {
  indexStates(objects, 0, firstKnot, count);
}

/** States that are all zero are absent. */
function indexStates(row: usize, blockRow: usize, firstKnot: i32, count: i32): void {
  for (let k = 0; k < count; k++) {
    const state = states + (blockRow * <usize>count + <usize>k) * 48;
    const x = load<f64>(state),
      y = load<f64>(state, 8),
      z = load<f64>(state, 16);
    const u = load<f64>(state, 24),
      v = load<f64>(state, 32),
      w = load<f64>(state, 40);
    const rr = x * x + y * y + z * z;
    if (rr == 0) continue;
    const place = placeOf(row, <usize>(firstKnot + k)),
      velocity = velocityOf(row, <usize>(firstKnot + k));
    store<f32>(place, <f32>x);
    store<f32>(place, <f32>y, 4);
    store<f32>(place, <f32>z, 8);
    store<f32>(place, <f32>sqrt(rr), 12);
    store<f32>(velocity, <f32>u);
    store<f32>(velocity, <f32>v, 4);
    store<f32>(velocity, <f32>w, 8);
    widen(row << 2, rr, x * u + y * v + z * w, u * u + v * v + w * w);
    if (k + 1 < count) raise(pads + (row << 2), fit(state, coefficients));
  }
}

/** Widens the bounds of an object by what its osculating orbit says: μ/h · e outward, h/perigee at most overall. */
function widen(at: usize, rr: f64, rv: f64, vv: f64): void {
  const hh = rr * vv - rv * rv;
  const axis = 1 / (2 / sqrt(rr) - vv / MU);
  const e = sqrt(max<f64>(0, 1 - hh / (MU * axis)));
  const perigee = axis * (1 - e);
  store<f32>(lows + at, min<f32>(load<f32>(lows + at), <f32>perigee - APSIS_MARGIN));
  raise(highs + at, <f32>(axis * (1 + e)) + APSIS_MARGIN);
  raise(speeds + at, <f32>(sqrt(hh) / perigee) + SPEED_MARGIN);
  raise(climbs + at, <f32>((MU / sqrt(hh)) * e) + SPEED_MARGIN);
}

function raise(at: usize, value: f32): void {
  if (value > load<f32>(at)) store<f32>(at, value);
}

/** Seeks the target among all objects but one (itself as it was; −1 for none). */
export function searchIndex(except: i32): void {
  forgetHits();
  for (let knot: usize = 0; knot < knots; knot++) {
    v128.store(accelerations + (knot << 4), acceleration3(v128.load(placeOf(objects, knot))));
  }
  const low = load<f32>(lows + (objects << 2)) - withinKm,
    high = load<f32>(highs + (objects << 2)) + withinKm;
  for (let row: usize = 0; row < objects; row++) {
    if (load<f32>(lows + (row << 2)) > high || load<f32>(highs + (row << 2)) < low) continue;
    if (<i32>row != except) searchPair(row);
  }
}

/** What a pair cannot cover within an arc, in distance or in radius, keeps it apart during that arc. */
function searchPair(row: usize): void {
  measure(row);
  const at = row << 2,
    target = objects << 2;
  const allowed = withinKm + bendKm + load<f32>(pads + at) + load<f32>(pads + target) + ROUNDING;
  const fastest = load<f32>(speeds + at) + load<f32>(speeds + target);
  const steepest = load<f32>(climbs + at) + load<f32>(climbs + target);
  const far = f32x4.splat(fastest * <f32>arcSeconds + 2 * allowed);
  const high = f32x4.splat(steepest * <f32>arcSeconds + 2 * allowed);
  for (let arc: usize = 0; arc + 4 < knots; arc += 4) {
    const d = distances + (arc << 2),
      s = steeps + (arc << 2);
    const near = f32x4.le(f32x4.add(v128.load(d), v128.load(d, 4)), far);
    const level = f32x4.le(f32x4.add(v128.load(s), v128.load(s, 4)), high);
    let mask = i32x4.bitmask(v128.and(near, level));
    for (; mask != 0; mask &= mask - 1) searchArcOf(row, arc + <usize>ctz(mask), fastest, allowed);
  }
}

function measure(row: usize): void {
  const scratch = relative;
  let p = placeOf(row, 0),
    target = placeOf(objects, 0);
  for (let knot: usize = 0; knot < knots; knot += 4) {
    const d0 = f32x4.sub(v128.load(p), v128.load(target));
    const d1 = f32x4.sub(v128.load(p, 16), v128.load(target, 16));
    const d2 = f32x4.sub(v128.load(p, 32), v128.load(target, 32));
    const d3 = f32x4.sub(v128.load(p, 48), v128.load(target, 48));
    storeTransposed(scratch, 16, d0, d1, d2, d3);
    const x = v128.load(scratch),
      y = v128.load(scratch, 16),
      z = v128.load(scratch, 32);
    const squared = f32x4.add(f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)), f32x4.mul(z, z));
    v128.store(distances + (knot << 2), f32x4.sqrt(squared));
    v128.store(steeps + (knot << 2), f32x4.abs(v128.load(scratch, 48)));
    p += 4 * PLACE;
    target += 4 * PLACE;
  }
}

/** Goes along the arc in strides that the pair cannot close, down to single steps, and tests those as straight lines. */
function searchArcOf(row: usize, arc: usize, fastest: f32, allowed: f32): void {
  const perStep = fastest * (<f32>arcSeconds / <f32>steps);
  const start = load<f32>(distances + (arc << 2)),
    end = load<f32>(distances + (arc << 2), 4);
  let step = strideOf(start, allowed, perStep);
  const last = steps - strideOf(end, allowed, perStep);
  if (step >= last) return;
  fitRelative(row, arc);
  let before = placeAt(step);
  while (step < last) {
    const stride = strideOf(sqrt(dot3(before, before)), allowed, perStep);
    if (stride > 0) {
      step += stride;
      before = placeAt(step);
      continue;
    }
    const after = placeAt(step + 1);
    if (passesWithin(before, after, allowed)) keep(<i32>row, <i32>objects, <i32>arc * steps + step);
    step++;
    before = after;
  }
}

function strideOf(distance: f32, allowed: f32, perStep: f32): i32 {
  return <i32>max<f32>(0, min<f32>(<f32>steps, (distance - allowed) / perStep));
}

/** The quintic of the motion relative to the target. */
function fitRelative(row: usize, arc: usize): void {
  const h = <f32>arcSeconds;
  const p = placeOf(row, arc),
    q = placeOf(objects, arc),
    v = velocityOf(row, arc),
    w = velocityOf(objects, arc);
  const from = f32x4.sub(v128.load(p), v128.load(q));
  const d = f32x4.sub(f32x4.sub(v128.load(p, 16), v128.load(q, 16)), from);
  const v0 = scaled(f32x4.sub(v128.load(v), v128.load(w)), h);
  const v1 = scaled(f32x4.sub(v128.load(v, 12), v128.load(w, 12)), h);
  const target = accelerations + (arc << 4);
  const a0 = scaled(f32x4.sub(acceleration3(v128.load(p)), v128.load(target)), h * h);
  const a1 = scaled(f32x4.sub(acceleration3(v128.load(p, 16)), v128.load(target, 16)), h * h);
  v128.store(relative, from);
  v128.store(relative, v0, 16);
  v128.store(relative, scaled(a0, 0.5), 32);
  v128.store(relative, mixed(scaled(d, 10), v0, -6, v1, -4, a0, -1.5, a1, 0.5), 48);
  v128.store(relative, mixed(scaled(d, -15), v0, 8, v1, 7, a0, 1.5, a1, -1), 64);
  v128.store(relative, mixed(scaled(d, 6), v0, -3, v1, -3, a0, -0.5, a1, 0.5), 80);
}

function scaled(a: v128, by: f32): v128 {
  return f32x4.mul(a, f32x4.splat(by));
}

function mixed(sum: v128, a: v128, ka: f32, b: v128, kb: f32, c: v128, kc: f32, d: v128, kd: f32): v128 {
  const two = f32x4.add(scaled(a, ka), scaled(b, kb));
  return f32x4.add(f32x4.add(sum, two), f32x4.add(scaled(c, kc), scaled(d, kd)));
}

function placeAt(step: i32): v128 {
  const f = f32x4.splat(<f32>step / <f32>steps);
  let p = v128.load(relative, 80);
  p = f32x4.add(v128.load(relative, 64), f32x4.mul(f, p));
  p = f32x4.add(v128.load(relative, 48), f32x4.mul(f, p));
  p = f32x4.add(v128.load(relative, 32), f32x4.mul(f, p));
  p = f32x4.add(v128.load(relative, 16), f32x4.mul(f, p));
  return f32x4.add(v128.load(relative), f32x4.mul(f, p));
}

function passesWithin(before: v128, after: v128, allowed: f32): bool {
  const u = f32x4.sub(after, before);
  const s = max<f32>(0, min<f32>(1, -dot3(before, u) / (dot3(u, u) + 1e-9)));
  const nearest = f32x4.add(before, scaled(u, s));
  return dot3(nearest, nearest) <= allowed * allowed;
}
