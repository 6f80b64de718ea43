/** From segment to segment: which sites see the object, and in which of them it crosses their horizons. */
import { cross, forgetCrossings, noteCrossing } from "./crossings";
import { heightsOver, lookFrom } from "./heights";
import * as M from "./memory";
import { peaks } from "./peaks";
import { conesWithin, reach } from "./reach";
import { turn } from "./turns";

/** Watches from a segment on, to the end of the track or as long as there is room for passes; answers the next one. */
export function watchFrom(segment: i32): i32 {
  const end = M.known - 1;
  lookFrom(segment);
  for (; segment < end && M.hasRoom(); segment++) watchSegment(segment);
  if (segment == end) M.endTrack();
  peaks();
  return segment;
}

function watchSegment(segment: i32): void {
  const from = M.knots + <usize>segment * M.KNOT,
    to = from + M.KNOT;
  lookFrom(segment + 1);
  M.setBend(max(load<f64>(from, M.BEND), load<f64>(to, M.BEND)));
  reach(from, to);
  forgetCrossings();
  for (let cell: usize = 0; cell < M.cells; cell += 4) {
    let mask = conesWithin(cell);
    for (; mask != 0; mask &= mask - 1) watchCell(cell + <usize>ctz(mask), segment);
  }
  cross(segment);
}

function watchCell(cell: usize, segment: i32): void {
  const row = M.cellRows + cell * M.CELL;
  const end = <usize>load<i32>(row, 4);
  const isNext = load<i32>(row, 8) == segment - 1;
  store<i32>(row, segment, 8);
  for (let four = <usize>load<i32>(row); four < end; four++) {
    const at = M.fours + four * M.FOUR;
    const before = isNext ? v128.load(at, M.HEIGHT4) : heightsOver(at, segment);
    const now = heightsOver(at, segment + 1);
    v128.store(at, now, M.HEIGHT4);
    if (!isNext) beginWhereUp(four << 2, segment, before);
    compare(four << 2, segment, before, now);
  }
}

function beginWhereUp(first: usize, segment: i32, heights: v128): void {
  let mask = ~i32x4.bitmask(heights) & 15;
  for (; mask != 0; mask &= mask - 1) M.setRise(first + <usize>ctz(mask), <f64>segment);
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
