/** Two sites' views of one segment, a site a lane. */
import { both, div, mul, mulAdd, mulSub, sub } from "../../../kernel/assembly/lanes";
import * as M from "./memory";

/** Quintics of the height over the Earth's centre less the site's base, and of the square that is under the root. */
const OVER: usize = memory.data(96, 16);
const SQUARE: usize = memory.data(96, 16);
/** What was found at the last look: kilometres above the horizon, and their change over one segment. */
const HEIGHT: usize = memory.data(16, 16);
const CLIMB: usize = memory.data(16, 16);

export function height(): v128 {
  return v128.load(HEIGHT);
}

export function climb(): v128 {
  return v128.load(CLIMB);
}

/** Brings a segment into the view of two sites. */
export function aim(first: usize, second: usize, segment: i32): void {
  const ux = M.ofBoth(M.UX, first, second),
    uy = M.ofBoth(M.UY, first, second),
    uz = M.ofBoth(M.UZ, first, second);
  const from = M.quintics + <usize>segment * M.SEGMENT;
  for (let i: usize = 0; i < 6; i++) {
    const at = from + i * M.COEFFICIENT;
    const x = v128.load64_splat(at),
      y = v128.load64_splat(at, 8),
      z = v128.load64_splat(at, 16);
    v128.store(OVER + i * 16, mulAdd(ux, x, mulAdd(uy, y, mul(uz, z))));
  }
  v128.store(OVER, sub(v128.load(OVER), M.ofBoth(M.BASE, first, second)));
  if (M.sine != 0) aimSquare(first, second, from);
}

function aimSquare(first: usize, second: usize, from: usize): void {
  const tilt = M.ofBoth(M.TILT, first, second),
    sine2 = both(M.sine * M.sine);
  for (let i: usize = 0; i < 6; i++) {
    const at = from + i * M.COEFFICIENT;
    v128.store(
      SQUARE + i * 16,
      mulAdd(sine2, v128.load64_splat(at, 24), mul(tilt, v128.load64_splat(at, 16))),
    );
  }
  v128.store(SQUARE, f64x2.add(v128.load(SQUARE), M.ofBoth(M.FLOOR, first, second)));
}

/** Looks how far the object is above the horizon, each site when a part of its own of the segment has passed. */
export function look(part: v128): void {
  let over = valueAt(OVER, part),
    rate = rateAt(OVER, part);
  if (M.sine != 0) {
    const side = both(M.sine > 0 ? 1 : -1);
    const root = f64x2.sqrt(f64x2.max(both(1e-9), valueAt(SQUARE, part)));
    over = mulSub(side, root, over);
    rate = mulSub(side, div(mul(both(0.5), rateAt(SQUARE, part)), root), rate);
  }
  v128.store(HEIGHT, over);
  v128.store(CLIMB, rate);
}

/** By how much a chord over the whole segment is bent at a part of it: for each part that has passed and is left. */
export function bendAt(part: v128): v128 {
  return mulAdd(v128.load(OVER, 48), f64x2.add(both(1), part), v128.load(OVER, 32));
}

/** A quintic when a part of its segment has passed. In pairs, so that few steps wait for each other. */
export function valueAt(c: usize, part: v128): v128 {
  const part2 = mul(part, part);
  const low = mulAdd(part, v128.load(c, 16), v128.load(c)),
    middle = mulAdd(part, v128.load(c, 48), v128.load(c, 32)),
    high = mulAdd(part, v128.load(c, 80), v128.load(c, 64));
  return mulAdd(part2, mulAdd(part2, high, middle), low);
}

/** Its change over a whole segment. */
export function rateAt(c: usize, part: v128): v128 {
  const part2 = mul(part, part);
  const low = mulAdd(part, mul(both(2), v128.load(c, 32)), v128.load(c, 16)),
    middle = mulAdd(part, mul(both(4), v128.load(c, 64)), mul(both(3), v128.load(c, 48)));
  return mulAdd(part2, mulAdd(part2, mul(both(5), v128.load(c, 80)), middle), low);
}
