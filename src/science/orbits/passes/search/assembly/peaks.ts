/** When an object stands highest in each of the passes that were told. */
import { add, both, mul, sub } from "../../../kernel/assembly/lanes";
import { aimEach, bend, rising, slack, step } from "./elevation";
import { TOLERABLE_S, exactStep, exactTop } from "./exact";
import * as M from "./memory";
import { highestOf } from "./highest";

/** Segments of a pass that rises to one peak and sets. */
const SHORT: f64 = 4;
const MOST_STEPS: i32 = 4;
/** Segments by which a peak may be in doubt. */
const STEADY: f64 = 0.01;
/** A step after which another would be a hundredth of it, some hundredths of a second. */
const LAST_STEP: f64 = 1e-2;

export function peaks(): void {
  for (let i = 0; i < M.found; i += 2) peaksOf(passAt(i), passAt(min(i + 1, M.found - 1)));
}

function passAt(i: i32): usize {
  return M.passes + <usize>i * M.PASS;
}

/** By Newton's steps from the middles of two passes, each within its segment; what leaves it is looked at with care. */
function peaksOf(first: usize, second: usize): void {
  const rise = M.together(first, second),
    set = M.together(first + 8, second + 8);
  const middle = mul(both(0.5), add(rise, set));
  const segments = f64x2.min(f64x2.floor(middle), both(<f64>(M.known - 2)));
  aimEach(
    siteOf(first),
    siteOf(second),
    <i32>f64x2.extract_lane(segments, 0),
    <i32>f64x2.extract_lane(segments, 1),
  );
  let part = sub(middle, segments);
  for (let i = 0; i < MOST_STEPS; i++) {
    rising(part);
    part = add(part, step());
    if (!v128.any_true(f64x2.gt(f64x2.abs(step()), both(LAST_STEP)))) break;
  }
  const at = add(part, segments);
  const isSettled = v128.and(f64x2.le(f64x2.abs(step()), both(LAST_STEP)), isSteady(slack()));
  const isInside = v128.and(f64x2.ge(part, both(0)), f64x2.le(part, both(1)));
  const isUp = v128.and(f64x2.ge(at, rise), f64x2.le(at, set));
  const isShort = f64x2.lt(sub(set, rise), both(SHORT));
  const sure = i64x2.bitmask(v128.and(v128.and(isSettled, isInside), v128.and(isUp, isShort)));
  const slacks = slack(),
    bends = bend();
  finish(first, 0, (sure & 1) != 0, at, slacks, bends);
  if (first != second) finish(second, 1, (sure & 2) != 0, at, slacks, bends);
}

/** What bends downwards, and enough for one more step to settle all doubt. */
function isSteady(slacks: v128): v128 {
  return v128.and(f64x2.gt(slacks, both(0)), f64x2.lt(slacks, both(STEADY)));
}

function siteOf(pass: usize): usize {
  return <usize>load<i32>(pass, 24);
}

/** Notes the peak of one of two passes, settled by SGP4 where the elevation bends so little that the doubt counts. */
function finish(pass: usize, lane: i32, isSure: bool, at: v128, slacks: v128, bends: v128): void {
  const site = siteOf(pass),
    rise = load<f64>(pass),
    set = load<f64>(pass, 8);
  if (!isSure) store<f64>(pass, carefulPeak(site, rise, set), 16);
  else {
    const place = laneOf(at, lane),
      doubt = laneOf(slacks, lane);
    store<f64>(
      pass,
      place + (doubt * M.segmentS < TOLERABLE_S ? 0 : exactStep(site, place, laneOf(bends, lane))),
      16,
    );
  }
}

function laneOf(pair: v128, lane: i32): f64 {
  return lane == 0 ? f64x2.extract_lane(pair, 0) : f64x2.extract_lane(pair, 1);
}

function carefulPeak(site: usize, rise: f64, set: f64): f64 {
  const at = highestOf(site, rise, set);
  const doubt = abs(f64x2.extract_lane(slack(), 0));
  if (doubt * M.segmentS < TOLERABLE_S) return at;
  const settled = exactTop(site, max<f64>(rise, at - 2 * doubt), min<f64>(set, at + 2 * doubt));
  return settled == settled ? settled : at;
}
