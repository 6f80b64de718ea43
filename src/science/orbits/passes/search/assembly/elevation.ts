/** How the elevation changes in two passes at once, a pass a lane, each in a segment of its own. */
import { add, both, div, mul, mulAdd, mulSub, sub } from "../../../kernel/assembly/lanes";
import * as M from "./memory";
import { rateAt, valueAt } from "./sight";

/** Quintics of the height over the site's plane and of the distance squared. */
const OVER: usize = memory.data(96, 16);
const DISTANCE2: usize = memory.data(96, 16);
/** The last step towards the peak, how far off that is if the doubt of the quintics is against it, and how the sines bend. */
const STEP: usize = memory.data(16, 16);
const SLACK: usize = memory.data(16, 16);
const BEND: usize = memory.data(16, 16);

export function step(): v128 {
  return v128.load(STEP);
}

export function slack(): v128 {
  return v128.load(SLACK);
}

/** How the change of the elevations' sines changes over a segment, where they turn. */
export function bend(): v128 {
  return v128.load(BEND);
}

/** Brings a segment of the track into the view of each site. */
export function aimEach(a: usize, b: usize, segmentA: i32, segmentB: i32): void {
  const ux = M.ofBoth(M.UX, a, b),
    uy = M.ofBoth(M.UY, a, b),
    uz = M.ofBoth(M.UZ, a, b),
    along = mul(both(2), M.ofBoth(M.ALONG, a, b)),
    below = mul(both(2), M.ofBoth(M.BELOW, a, b));
  const first = M.quintics + <usize>segmentA * M.SEGMENT,
    second = M.quintics + <usize>segmentB * M.SEGMENT;
  for (let i: usize = 0; i < 6; i++) {
    const p = first + i * M.COEFFICIENT,
      q = second + i * M.COEFFICIENT;
    const z = M.together(p + 16, q + 16);
    const over = mulAdd(ux, M.together(p, q), mulAdd(uy, M.together(p + 8, q + 8), mul(uz, z)));
    v128.store(OVER + i * 16, over);
    v128.store(DISTANCE2 + i * 16, mulAdd(below, z, mulSub(along, over, M.together(p + 24, q + 24))));
  }
  v128.store(OVER, sub(v128.load(OVER), M.ofBoth(M.PLANE, a, b)));
  v128.store(DISTANCE2, add(v128.load(DISTANCE2), M.ofBoth(M.RADIUS2, a, b)));
}

/**
 * How fast the elevations rise, in each lane's own measure, when parts of the segments have passed; notes Newton's steps
 * from there to where they turn. The sine is P/√D; it turns where P′D − PD′/2 passes from plus to minus.
 */
export function rising(part: v128): v128 {
  const p = valueAt(OVER, part),
    p1 = rateAt(OVER, part),
    d = valueAt(DISTANCE2, part),
    half1 = mul(both(0.5), rateAt(DISTANCE2, part));
  const rise = mulSub(p, half1, mul(p1, d));
  const change = mulAdd(
    bendAt(OVER, part),
    d,
    mulSub(mul(both(0.5), p), bendAt(DISTANCE2, part), mul(p1, half1)),
  );
  v128.store(STEP, f64x2.neg(div(rise, change)));
  v128.store(SLACK, div(mul(both(M.doubtPerSegmentKm), d), f64x2.neg(change)));
  v128.store(BEND, div(change, mul(d, f64x2.sqrt(d))));
  return rise;
}

/** The sines of the elevations when parts of the segments have passed. */
export function sineAt(part: v128): v128 {
  return div(valueAt(OVER, part), f64x2.sqrt(valueAt(DISTANCE2, part)));
}

/** The change of a quintic's change over a segment. */
function bendAt(c: usize, part: v128): v128 {
  const low = mulAdd(part, mul(both(6), v128.load(c, 48)), mul(both(2), v128.load(c, 32))),
    high = mulAdd(part, mul(both(20), v128.load(c, 80)), mul(both(12), v128.load(c, 64)));
  return mulAdd(mul(part, part), high, low);
}
