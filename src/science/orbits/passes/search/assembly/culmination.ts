/** When an object stands highest over one site. The lanes are its height over the site's plane and its distance squared. */
import { both, mul, mulAdd } from "../../../kernel/assembly/lanes";
import { CLOSE_ENOUGH, MOST_STEPS, TOLERABLE_S, exactTop } from "./exact";
import * as M from "./memory";
import { rateAt, valueAt } from "./sight";

const VIEW: usize = memory.data(96, 16);

/** Where between two places of its track an object stands highest. */
export function culminate(site: usize, rise: f64, set: f64): f64 {
  const best = highestKnot(site, rise, set);
  let from = rise,
    to = set;
  if (best >= 0) {
    const isRising = risingAt(site, best) > 0;
    from = isRising ? <f64>best : max<f64>(rise, <f64>(best - 1));
    to = isRising ? min<f64>(set, <f64>(best + 1)) : <f64>best;
  }
  if (!(to > from)) return from;
  const segment = min(<i32>from, M.known - 2);
  aim(site, segment);
  const at =
    <f64>segment + topBetween(from - <f64>segment, to - <f64>segment, (rise + set) / 2 - <f64>segment);
  if (slack * M.segmentS < TOLERABLE_S) return at;
  const settled = exactTop(site, max<f64>(rise, at - 2 * slack), min<f64>(set, at + 2 * slack));
  return settled == settled ? settled : at;
}

/** By how many segments the place just found is in doubt. */
let slack: f64 = 0;

/** The knot of a pass at which the object stands highest; −1 where there is none. */
function highestKnot(site: usize, rise: f64, set: f64): i32 {
  const first = <i32>ceil(rise),
    last = <i32>set;
  if (first == last) return first;
  let best = -1,
    highest: f64 = -Infinity;
  for (let number = first; number <= last; number++) {
    const knot = M.knots + <usize>number * M.KNOT;
    const over = upwards(site, knot, M.X) - M.ofSite(M.PLANE, site);
    const sine = over / sqrt(distance2(site, knot));
    if (sine > highest) {
      highest = sine;
      best = number;
    }
  }
  return best;
}

/** Of a place or a velocity, by its first number. */
function upwards(site: usize, knot: usize, x: usize): f64 {
  const at = knot + x;
  return (
    M.ofSite(M.UX, site) * load<f64>(at) +
    M.ofSite(M.UY, site) * load<f64>(at, 8) +
    M.ofSite(M.UZ, site) * load<f64>(at, 16)
  );
}

function distance2(site: usize, knot: usize): f64 {
  const x = load<f64>(knot, M.X),
    y = load<f64>(knot, M.Y),
    z = load<f64>(knot, M.Z);
  const along = M.ofSite(M.ALONG, site) * upwards(site, knot, M.X);
  return x * x + y * y + z * z + M.ofSite(M.RADIUS2, site) - 2 * (along - M.ofSite(M.BELOW, site) * z);
}

/** Has the sign of the elevation's change. */
function risingAt(site: usize, number: i32): f64 {
  const knot = M.knots + <usize>number * M.KNOT;
  const climb = upwards(site, knot, M.VX);
  const radial =
    load<f64>(knot, M.X) * load<f64>(knot, M.VX) +
    load<f64>(knot, M.Y) * load<f64>(knot, M.VY) +
    load<f64>(knot, M.Z) * load<f64>(knot, M.VZ);
  const away = radial - (M.ofSite(M.ALONG, site) * climb - M.ofSite(M.BELOW, site) * load<f64>(knot, M.VZ));
  const over = upwards(site, knot, M.X) - M.ofSite(M.PLANE, site);
  return climb * distance2(site, knot) - over * away;
}

function aim(site: usize, segment: i32): void {
  const from = M.quintics + <usize>segment * M.SEGMENT;
  const ux = M.ofSite(M.UX, site),
    uy = M.ofSite(M.UY, site),
    uz = M.ofSite(M.UZ, site);
  const along = 2 * M.ofSite(M.ALONG, site),
    below = 2 * M.ofSite(M.BELOW, site);
  for (let i: usize = 0; i < M.QUINTIC; i += 8) {
    const z = load<f64>(from + i, 2 * M.QUINTIC);
    const q = ux * load<f64>(from + i) + uy * load<f64>(from + i, M.QUINTIC) + uz * z;
    store<f64>(VIEW + 2 * i, q);
    store<f64>(VIEW + 2 * i, load<f64>(from + i, 3 * M.QUINTIC) - along * q + below * z, 8);
  }
  store<f64>(VIEW, load<f64>(VIEW) - M.ofSite(M.PLANE, site));
  store<f64>(VIEW, load<f64>(VIEW, 8) + M.ofSite(M.RADIUS2, site), 8);
}

/** A step after which another would be a millionth. */
const LAST_STEP: f64 = 1e-4;

/**
 * The sine of the elevation is P/√D; it turns where P′D − PD′/2 passes from plus to minus. Newton's steps, and halving
 * where one leaves the bracket; most passes are nearly the same either side of their middle.
 */
function topBetween(low: f64, high: f64, guess: f64): f64 {
  let at = guess > low && guess < high ? guess : (low + high) / 2;
  for (let i = 0; i < MOST_STEPS && high - low > CLOSE_ENOUGH; i++) {
    const part = both(at);
    const value = valueAt(VIEW, part),
      rate = rateAt(VIEW, part),
      bend = bendAt(VIEW, part);
    const p0 = f64x2.extract_lane(value, 0),
      d0 = f64x2.extract_lane(value, 1);
    const p1 = f64x2.extract_lane(rate, 0),
      d1 = f64x2.extract_lane(rate, 1) / 2;
    const rising = p1 * d0 - p0 * d1;
    const change = f64x2.extract_lane(bend, 0) * d0 + p1 * d1 - (p0 * f64x2.extract_lane(bend, 1)) / 2;
    slack = (M.doubtPerSegmentKm * d0) / abs(change);
    if (rising > 0) low = at;
    else high = at;
    const newton = at - rising / change;
    if (newton > low && newton < high) {
      const step = abs(newton - at);
      at = newton;
      if (step < LAST_STEP) break;
    } else {
      at = (low + high) / 2;
    }
  }
  return at;
}

/** The change of a quintic's change over a segment. */
function bendAt(c: usize, part: v128): v128 {
  const high = mulAdd(part, mul(both(20), v128.load(c, 80)), mul(both(12), v128.load(c, 64)));
  return mulAdd(part, mulAdd(part, high, mul(both(6), v128.load(c, 48))), mul(both(2), v128.load(c, 32)));
}
