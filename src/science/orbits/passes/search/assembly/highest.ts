/** Where in one pass, however long, an object stands highest. */
import { both } from "../../../kernel/assembly/lanes";
import { aimEach, rising, sineAt, step } from "./elevation";
import { CLOSE_ENOUGH, MOST_STEPS } from "./exact";
import * as M from "./memory";

/** Between two places of the track: of the turns beside the knots that are higher than their neighbours, the highest. */
export function highestOf(site: usize, rise: f64, set: f64): f64 {
  const first = <i32>ceil(rise),
    last = <i32>set;
  let best = first > last ? topWithin(site, rise, set) : NaN,
    highest: f64 = -Infinity,
    before: f64 = -Infinity,
    here = sineAtKnot(site, first);
  for (let knot = first; knot <= last; knot++) {
    const after = knot < last ? sineAtKnot(site, knot + 1) : -Infinity;
    if (here >= before && here > after) {
      const top = topBeside(site, knot, rise, set),
        sine = sineAtPlace(site, top);
      if (!(sine <= highest)) {
        best = top;
        highest = sine;
      }
    }
    before = here;
    here = after;
  }
  isRisingAt(site, best);
  return best;
}

/** Brings a place of the track into view; answers the part of its segment that has passed. */
function aimAt(site: usize, at: f64): v128 {
  const segment = min(<i32>at, M.known - 2);
  aimEach(site, site, segment, segment);
  return both(at - <f64>segment);
}

/** Whether the elevation rises at a place; how it changes there is noted. */
function isRisingAt(site: usize, at: f64): bool {
  return f64x2.extract_lane(rising(aimAt(site, at)), 0) > 0;
}

function sineAtPlace(site: usize, at: f64): f64 {
  return f64x2.extract_lane(sineAt(aimAt(site, at)), 0);
}

function topBeside(site: usize, knot: i32, rise: f64, set: f64): f64 {
  const at = <f64>knot;
  return isRisingAt(site, at)
    ? topWithin(site, at, min<f64>(set, at + 1))
    : topWithin(site, max<f64>(rise, at - 1), at);
}

function topWithin(site: usize, from: f64, to: f64): f64 {
  const segment = min(<i32>from, M.known - 2),
    start = <f64>segment;
  aimEach(site, site, segment, segment);
  return start + topBetween(from - start, to - start);
}

function sineAtKnot(site: usize, number: i32): f64 {
  const knot = M.knots + <usize>number * M.KNOT;
  const x = load<f64>(knot, M.X),
    y = load<f64>(knot, M.Y),
    z = load<f64>(knot, M.Z);
  const up = M.ofSite(M.UX, site) * x + M.ofSite(M.UY, site) * y + M.ofSite(M.UZ, site) * z;
  const aside = M.ofSite(M.ALONG, site) * up - M.ofSite(M.BELOW, site) * z;
  const distance2 = x * x + y * y + z * z + M.ofSite(M.RADIUS2, site) - 2 * aside;
  return (up - M.ofSite(M.PLANE, site)) / sqrt(distance2);
}

/** Newton's steps, and halving where one leaves the bracket. */
function topBetween(low: f64, high: f64): f64 {
  let at = (low + high) / 2;
  for (let i = 0; i < MOST_STEPS; i++) {
    if (f64x2.extract_lane(rising(both(at)), 0) > 0) low = at;
    else high = at;
    const newton = at + f64x2.extract_lane(step(), 0);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const moved = abs(next - at);
    at = next;
    if (moved < CLOSE_ENOUGH || high - low < CLOSE_ENOUGH) break;
  }
  return at;
}
