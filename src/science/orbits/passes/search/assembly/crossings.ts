/** Where an object crosses the horizons of sites between two knots. */
import { add, both, div, mul, mulSub, sub } from "../../../kernel/assembly/lanes";
import { MOST_STEPS, TOLERABLE_S, exactCrossing, exactHeight } from "./exact";
import * as M from "./memory";
import { aim, bendAt, climb, height, look } from "./sight";

/** A hundredth of a second, in segments of four minutes. */
const NEAR_ENOUGH: f64 = 4e-5;

let count: usize = 0;
const BEFORE: usize = memory.data(16, 16);
const NOW: usize = memory.data(16, 16);

export function forgetCrossings(): void {
  count = 0;
}

/** Notes for one of four sites that what it saw before on one side of the horizon is now on the other. */
export function noteCrossing(first: usize, lane: usize, before: v128, now: v128): void {
  v128.store(BEFORE, before);
  v128.store(NOW, now);
  const at = M.noted + count * M.CROSSING;
  store<f32>(at, load<f32>(BEFORE + (lane << 2)));
  store<f32>(at, load<f32>(NOW + (lane << 2)), 4);
  store<i32>(at, <i32>(first + lane), 8);
  count++;
}

/** Settles the crossings that were noted in one segment: at each a pass begins or ends. */
export function cross(segment: i32): void {
  for (let i: usize = 0; i < count; i += 2) crossTwo(noted(i), noted(min(i + 1, count - 1)), segment);
}

function noted(i: usize): usize {
  return M.noted + i * M.CROSSING;
}

function crossTwo(first: usize, second: usize, segment: i32): void {
  const a = <usize>load<i32>(first, 8),
    b = <usize>load<i32>(second, 8);
  aim(a, b, segment);
  const before = f64x2.replace_lane(both(<f64>load<f32>(first)), 1, <f64>load<f32>(second));
  const now = f64x2.replace_lane(both(<f64>load<f32>(first, 4)), 1, <f64>load<f32>(second, 4));
  const low = v128.and(f64x2.gt(before, now), both(1));
  const guess = guessed(before, now);
  const at = add(both(<f64>segment), crossings(low, sub(both(1), low), guess));
  const climbs = climb();
  beginOrEnd(a, settled(a, f64x2.extract_lane(at, 0), f64x2.extract_lane(climbs, 0)));
  if (first != second) beginOrEnd(b, settled(b, f64x2.extract_lane(at, 1), f64x2.extract_lane(climbs, 1)));
}

/** Where a parabola through both heights that bends as the path does is zero, on the slope that leads from one to the other. */
function guessed(before: v128, now: v128): v128 {
  const change = sub(now, before),
    straight = div(before, sub(before, now)),
    bend = bendAt(straight),
    start = sub(change, bend);
  const root = f64x2.sqrt(mulSub(mul(both(4), bend), before, mul(start, start)));
  const slope = v128.or(root, v128.and(change, both(-0.0)));
  const bent = div(mul(both(-2), before), add(start, slope));
  const isInside = v128.and(f64x2.gt(bent, both(0)), f64x2.lt(bent, both(1)));
  return v128.bitselect(bent, straight, isInside);
}

function beginOrEnd(site: usize, at: f64): void {
  const rise = M.ofSite(M.RISE, site);
  const isUp = rise == rise;
  M.setRise(site, isUp ? NaN : at);
  if (isUp) M.tell(site, rise, at);
}

/**
 * Where between two places of the segment in view the object crosses the horizon, of two sites at once; it must be
 * below at `low` and above at `high`, whichever comes first. Newton's steps, and halving where one leaves the bracket;
 * after a step no more is left than its square times the bend of the path, over the climb. The last look was close by.
 */
export function crossings(low: v128, high: v128, guess: v128): v128 {
  let at = guess;
  for (let i = 0; i < MOST_STEPS; i++) {
    look(at);
    const isBelow = f64x2.lt(height(), both(0));
    low = v128.bitselect(at, low, isBelow);
    high = v128.bitselect(high, at, isBelow);
    const newton = sub(at, div(height(), climb()));
    const isInside = v128.xor(f64x2.gt(newton, low), f64x2.gt(newton, high));
    const next = v128.bitselect(newton, mul(add(low, high), both(0.5)), isInside);
    const step = f64x2.abs(sub(next, at));
    at = next;
    const isBent = f64x2.gt(mul(both(M.bendKm), mul(step, step)), mul(both(NEAR_ENOUGH), f64x2.abs(climb())));
    const isLeft = v128.and(f64x2.gt(step, both(NEAR_ENOUGH)), v128.or(isBent, v128.not(isInside)));
    if (!v128.any_true(isLeft)) break;
  }
  return at;
}

/**
 * A crossing just found, settled by SGP4 where the object climbs so slowly that the doubt of the quintics counts: by one
 * of Newton's steps where the path is as good as straight, else by a search.
 */
export function settled(site: usize, at: f64, climbKm: f64): f64 {
  const slack = M.doubtKm / abs(climbKm);
  if (slack * M.segmentS < TOLERABLE_S) return at;
  const from = max<f64>(0, at - 2 * slack),
    to = min<f64>(<f64>(M.known - 1), at + 2 * slack);
  if (M.bendKm * slack * slack * M.segmentS < TOLERABLE_S * abs(climbKm)) {
    const straight = at - exactHeight(<i32>site, at) / climbKm;
    return straight == straight ? max(from, min(straight, to)) : at;
  }
  const isBelow = exactHeight(<i32>site, from) < 0;
  return isBelow == exactHeight(<i32>site, to) < 0 ? at : exactCrossing(site, from, to);
}
