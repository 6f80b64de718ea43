/** Two sites' views of one segment, a site a lane: quintics of the height over the plane and of the distance squared. */
import { add, both, div, mul, mulAdd, mulSub, sub } from "../../../kernel/assembly/lanes";
import { ALONG, BELOW, PLANE, QUINTIC, RADIUS2, SEGMENT, UX, UY, UZ, ofSite, quintics, sine } from "./memory";

const OVER_PLANE: usize = memory.data(96, 16);
const DISTANCE2: usize = memory.data(96, 16);
/** What was found at the last look: kilometres above the horizon, and their change over one segment. */
const HEIGHT: usize = memory.data(16, 16);
const CLIMB: usize = memory.data(16, 16);

export function height(): v128 {
  return v128.load(HEIGHT);
}

export function climb(): v128 {
  return v128.load(CLIMB);
}

function ofEach(column: usize, first: usize, second: usize): v128 {
  return f64x2.replace_lane(both(ofSite(column, first)), 1, ofSite(column, second));
}

/** Brings a segment into the view of two sites. */
export function aim(first: usize, second: usize, segment: i32): void {
  const ux = ofEach(UX, first, second),
    uy = ofEach(UY, first, second),
    uz = ofEach(UZ, first, second);
  const from = quintics + <usize>segment * SEGMENT;
  for (let i: usize = 0; i < QUINTIC; i += 8) {
    const x = v128.load64_splat(from + i),
      y = v128.load64_splat(from + i, QUINTIC),
      z = v128.load64_splat(from + i, 2 * QUINTIC);
    v128.store(OVER_PLANE + 2 * i, mulAdd(ux, x, mulAdd(uy, y, mul(uz, z))));
  }
  if (sine != 0) aimDistance(first, second, from);
  v128.store(OVER_PLANE, sub(v128.load(OVER_PLANE), ofEach(PLANE, first, second)));
}

/** Distance² = radius² − 2 (along · q − below · z) + site's radius², q being the height over the Earth's centre. */
function aimDistance(first: usize, second: usize, from: usize): void {
  const along = mul(both(2), ofEach(ALONG, first, second)),
    below = mul(both(2), ofEach(BELOW, first, second));
  for (let i: usize = 0; i < QUINTIC; i += 8) {
    const z = v128.load64_splat(from + i, 2 * QUINTIC),
      r2 = v128.load64_splat(from + i, 3 * QUINTIC);
    v128.store(DISTANCE2 + 2 * i, mulAdd(below, z, mulSub(along, v128.load(OVER_PLANE + 2 * i), r2)));
  }
  v128.store(DISTANCE2, add(v128.load(DISTANCE2), ofEach(RADIUS2, first, second)));
}

/** Looks how far the object is above the horizon, each site when a part of its own of the segment has passed. */
export function look(part: v128): void {
  let over = valueAt(OVER_PLANE, part),
    rate = rateAt(OVER_PLANE, part);
  if (sine != 0) {
    const distance = f64x2.sqrt(valueAt(DISTANCE2, part));
    over = mulSub(both(sine), distance, over);
    rate = sub(rate, div(mul(both(sine / 2), rateAt(DISTANCE2, part)), distance));
  }
  v128.store(HEIGHT, over);
  v128.store(CLIMB, rate);
}

/** A quintic when a part of its segment has passed. */
export function valueAt(c: usize, part: v128): v128 {
  const high = mulAdd(part, mulAdd(part, v128.load(c, 80), v128.load(c, 64)), v128.load(c, 48));
  return mulAdd(part, mulAdd(part, mulAdd(part, high, v128.load(c, 32)), v128.load(c, 16)), v128.load(c));
}

/** Its change over a whole segment. */
export function rateAt(c: usize, part: v128): v128 {
  const high = mulAdd(part, mul(both(5), v128.load(c, 80)), mul(both(4), v128.load(c, 64)));
  const middle = mulAdd(part, high, mul(both(3), v128.load(c, 48)));
  return mulAdd(part, mulAdd(part, middle, mul(both(2), v128.load(c, 32))), v128.load(c, 16));
}
