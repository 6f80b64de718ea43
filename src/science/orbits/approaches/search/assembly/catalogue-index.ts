/**
 * A whole catalogue at every knot of a span, in single precision, and the search of one object against all of it.
 * Of a knot there are columns of x, y, z and r of all objects, for an object is near many others at once, but near any
 * other seldom; a velocity is three floats, read four at a time, of which the last is never used.
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
import { dot4 } from "./vectors";

const PLACE: usize = 16;
const VELOCITY: usize = 12;

/** What osculating apsides may be off within half an arc: ½ · 1.4e-5 km/s² of J2 · (450 s)², and a margin. */
const APSIS_MARGIN: f32 = 2;
const SPEED_MARGIN: f32 = 0.03;
/** Of a quintic through relative states in single precision. */
const ROUNDING: f32 = 0.05;

let objects: usize = 0;
let rows: usize = 0;
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
/** Of the target: the radii it stays between within each arc. */
let arcLows: usize = 0;
let arcHighs: usize = 0;
/** Of each pair: the square of how far a chord may pass, and how far apart in radius its ends may be. */
let reaches2: usize = 0;
let unlevels: usize = 0;
let relative: usize = 0;

/** Lays out an index, and a block that takes states of all objects at `knotsPerBlock` knots. */
export function layOutIndex(objectCount: i32, knotCount: i32, knotsPerBlock: i32): void {
  objects = objectCount;
  knots = <usize>knotCount;
  // With the target, and whole fours.
  rows = (objects + 4) & ~3;
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
  arcLows = take(knots * 4);
  arcHighs = take(knots * 4);
  reaches2 = take(rows * 4);
  unlevels = take(rows * 4);
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
  for (let knot: usize = 0; knot < knots; knot++) putPlace(row, knot, NaN, NaN, NaN, NaN);
}

/** Where the x of an object stands; the columns of y, z and r follow, each so many bytes after the last. */
function placeOf(row: usize, knot: usize): usize {
  return places + knot * rows * PLACE + (row << 2);
}

function placeAtKnot(row: usize, knot: usize): v128 {
  const at = placeOf(row, knot),
    column = rows << 2;
  const xy = v128.load_lane<f32>(at + column, v128.load_zero<f32>(at), 1);
  return v128.load_lane<f32>(at + 3 * column, v128.load_lane<f32>(at + 2 * column, xy, 2), 3);
}

function velocityOf(row: usize, knot: usize): usize {
  return velocities + (knot * rows + row) * VELOCITY;
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
    const velocity = velocityOf(row, <usize>(firstKnot + k));
    putPlace(row, <usize>(firstKnot + k), <f32>x, <f32>y, <f32>z, <f32>sqrt(rr));
    store<f32>(velocity, <f32>u);
    store<f32>(velocity, <f32>v, 4);
    store<f32>(velocity, <f32>w, 8);
    widen(row << 2, rr, x * u + y * v + z * w, u * u + v * v + w * w);
    if (k + 1 < count) raise(pads + (row << 2), fit(state, coefficients));
  }
}

function putPlace(row: usize, knot: usize, x: f32, y: f32, z: f32, r: f32): void {
  const at = placeOf(row, knot),
    column = rows << 2;
  store<f32>(at, x);
  store<f32>(at + column, y);
  store<f32>(at + 2 * column, z);
  store<f32>(at + 3 * column, r);
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
    v128.store(accelerations + (knot << 4), acceleration3(placeAtKnot(objects, knot)));
  }
  boundArcs();
  boundPairs();
  for (let arc: usize = 0; arc + 1 < knots; arc++) searchArcAt(arc, except);
}

/** What J2 adds to how fast a climb changes, km/s², and a margin for how much more than osculating orbits say. */
const OBLATENESS: f32 = 1.7e-5;
const BEND_MARGIN: f32 = 1.1;

/** Between two knots a radius strays from the straight line by h²/8 of its second derivative, which is μ/r² · e at most. */
function boundArcs(): void {
  const h = <f32>arcSeconds;
  const low = load<f32>(lows + (objects << 2)),
    high = load<f32>(highs + (objects << 2)),
    climb = load<f32>(climbs + (objects << 2));
  const e = (high - low) / (high + low);
  for (let arc: usize = 0; arc + 1 < knots; arc++) {
    const from = load<f32>(placeOf(objects, arc) + 12 * rows),
      to = load<f32>(placeOf(objects, arc + 1) + 12 * rows);
    const lowest = max<f32>(low, (from + to - climb * h) / 2);
    const bend = BEND_MARGIN * ((<f32>MU * e) / (lowest * lowest)) + OBLATENESS;
    const stray = (bend * h * h) / 8;
    store<f32>(arcLows + (arc << 2), max<f32>(low, min<f32>(from, to) - stray));
    store<f32>(arcHighs + (arc << 2), min<f32>(high, max<f32>(from, to) + stray));
  }
}

/** Two objects attract and are attracted differently by at most twice this over the cube of the lower radius, J2 included. */
const GRADIENT: f32 = 1.03 * 2 * <f32>MU;

/** For each object: how far from the target the chord of an arc may pass, and the ends be in radius, all that is neglected. */
function boundPairs(): void {
  const h = <f32>arcSeconds;
  for (let at: usize = 0; at < rows << 2; at += 4) {
    const allowed = allowedFor(at);
    const lowest = min<f32>(load<f32>(lows + at), load<f32>(lows + (objects << 2)));
    const strays = (withinKm * h * h) / 8 + (fastestFor(at) * h * h * h) / 48;
    const reach = allowed + (GRADIENT / (lowest * lowest * lowest)) * strays;
    store<f32>(reaches2 + at, reach * reach);
    store<f32>(
      unlevels + at,
      (load<f32>(climbs + at) + load<f32>(climbs + (objects << 2))) * h + 2 * allowed,
    );
  }
}

/** How near a straight motion of a pair counts, and how fast it can be. */
function allowedFor(at: usize): f32 {
  return withinKm + bendKm + load<f32>(pads + at) + load<f32>(pads + (objects << 2)) + ROUNDING;
}

function fastestFor(at: usize): f32 {
  return load<f32>(speeds + at) + load<f32>(speeds + (objects << 2));
}

/** Four objects at a time: those that are ever as high or low as the target then is, and whose chord passes near. */
function searchArcAt(arc: usize, except: i32): void {
  const low = f32x4.splat(load<f32>(arcLows + (arc << 2)) - withinKm),
    high = f32x4.splat(load<f32>(arcHighs + (arc << 2)) + withinKm);
  const from = placeAtKnot(objects, arc),
    to = placeAtKnot(objects, arc + 1);
  for (let row: usize = 0; row < objects; row += 4) {
    const isNotOver = f32x4.le(v128.load(lows + (row << 2)), high),
      isNotUnder = f32x4.ge(v128.load(highs + (row << 2)), low);
    const isLevel = v128.and(isNotOver, isNotUnder);
    if (!v128.any_true(isLevel)) continue;
    let mask = i32x4.bitmask(v128.and(isLevel, chordsWithin(row, arc, from, to)));
    for (; mask != 0; mask &= mask - 1) {
      const each = row + <usize>ctz(mask);
      if (each < objects && <i32>each != except) searchArcOf(each, arc);
    }
  }
}

/** Of four objects those whose chord relative to the target passes within reach, and whose ends are near it in radius. */
function chordsWithin(row: usize, arc: usize, from: v128, to: v128): v128 {
  const p = placeOf(row, arc),
    q = placeOf(row, arc + 1),
    column = rows << 2;
  const x = f32x4.sub(v128.load(p), v128.shuffle<f32>(from, from, 0, 0, 0, 0)),
    y = f32x4.sub(v128.load(p + column), v128.shuffle<f32>(from, from, 1, 1, 1, 1)),
    z = f32x4.sub(v128.load(p + 2 * column), v128.shuffle<f32>(from, from, 2, 2, 2, 2)),
    r = f32x4.sub(v128.load(p + 3 * column), v128.shuffle<f32>(from, from, 3, 3, 3, 3));
  const u = f32x4.sub(f32x4.sub(v128.load(q), v128.shuffle<f32>(to, to, 0, 0, 0, 0)), x),
    v = f32x4.sub(f32x4.sub(v128.load(q + column), v128.shuffle<f32>(to, to, 1, 1, 1, 1)), y),
    w = f32x4.sub(f32x4.sub(v128.load(q + 2 * column), v128.shuffle<f32>(to, to, 2, 2, 2, 2)), z),
    s = f32x4.sub(v128.load(q + 3 * column), v128.shuffle<f32>(to, to, 3, 3, 3, 3));
  const along = f32x4.neg(dot4(x, y, z, u, v, w)),
    length2 = f32x4.add(dot4(u, v, w, u, v, w), f32x4.splat(1e-9));
  const part = f32x4.max(f32x4.splat(0), f32x4.min(f32x4.splat(1), f32x4.div(along, length2)));
  const nx = f32x4.add(x, f32x4.mul(part, u)),
    ny = f32x4.add(y, f32x4.mul(part, v)),
    nz = f32x4.add(z, f32x4.mul(part, w));
  const isNear = f32x4.le(dot4(nx, ny, nz, nx, ny, nz), v128.load(reaches2 + (row << 2)));
  const isClosable = f32x4.le(f32x4.add(f32x4.abs(r), f32x4.abs(s)), v128.load(unlevels + (row << 2)));
  return v128.and(isNear, isClosable);
}

/** Goes along the arc in strides that the pair cannot close, down to single steps, and tests those as straight lines. */
function searchArcOf(row: usize, arc: usize): void {
  const allowed = allowedFor(row << 2),
    fastest = fastestFor(row << 2);
  const perStep = fastest * (<f32>arcSeconds / <f32>steps);
  let step = strideOf(distanceAt(row, arc), allowed, perStep);
  const last = steps - strideOf(distanceAt(row, arc + 1), allowed, perStep);
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

function distanceAt(row: usize, knot: usize): f32 {
  const apart = f32x4.sub(placeAtKnot(row, knot), placeAtKnot(objects, knot));
  return sqrt(dot3(apart, apart));
}

function strideOf(distance: f32, allowed: f32, perStep: f32): i32 {
  return <i32>max<f32>(0, min<f32>(<f32>steps, (distance - allowed) / perStep));
}

/** The quintic of the motion relative to the target. */
function fitRelative(row: usize, arc: usize): void {
  const h = <f32>arcSeconds;
  const p0 = placeAtKnot(row, arc),
    p1 = placeAtKnot(row, arc + 1);
  const from = f32x4.sub(p0, placeAtKnot(objects, arc));
  const d = f32x4.sub(f32x4.sub(p1, placeAtKnot(objects, arc + 1)), from);
  const v0 = scaled(relativeVelocity(row, arc), h);
  const v1 = scaled(relativeVelocity(row, arc + 1), h);
  const target = accelerations + (arc << 4);
  const a0 = scaled(f32x4.sub(acceleration3(p0), v128.load(target)), h * h);
  const a1 = scaled(f32x4.sub(acceleration3(p1), v128.load(target, 16)), h * h);
  v128.store(relative, from);
  v128.store(relative, v0, 16);
  v128.store(relative, scaled(a0, 0.5), 32);
  v128.store(relative, mixed(scaled(d, 10), v0, -6, v1, -4, a0, -1.5, a1, 0.5), 48);
  v128.store(relative, mixed(scaled(d, -15), v0, 8, v1, 7, a0, 1.5, a1, -1), 64);
  v128.store(relative, mixed(scaled(d, 6), v0, -3, v1, -3, a0, -0.5, a1, 0.5), 80);
}

function relativeVelocity(row: usize, knot: usize): v128 {
  return f32x4.sub(v128.load(velocityOf(row, knot)), v128.load(velocityOf(objects, knot)));
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
