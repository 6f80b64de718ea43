/** Where in one pass, however long, an object stands highest. */
import { both } from "../../../kernel/assembly/lanes";
import { aimEach, rising, step } from "./elevation";
import { CLOSE_ENOUGH, MOST_STEPS } from "./exact";
import * as M from "./memory";

/** Between two places of the track: beside the highest knot. */
export function highestOf(site: usize, rise: f64, set: f64): f64 {
  const best = highestKnot(site, rise, set);
  let from = rise,
    to = set;
  if (best >= 0) {
    const segment = min(best, M.known - 2);
    aimEach(site, site, segment, segment);
    const isRising = f64x2.extract_lane(rising(both(<f64>(best - segment))), 0) > 0;
    from = isRising ? <f64>best : max<f64>(rise, <f64>(best - 1));
    to = isRising ? min<f64>(set, <f64>(best + 1)) : <f64>best;
  }
  const segment = min(<i32>from, M.known - 2),
    start = <f64>segment;
  aimEach(site, site, segment, segment);
  return start + topBetween(from - start, to - start);
}

/** The knot of a pass at which the object stands highest; −1 where there is none. */
function highestKnot(site: usize, rise: f64, set: f64): i32 {
  const first = <i32>ceil(rise),
    last = <i32>set;
  if (first == last) return first;
  let best = -1,
    highest: f64 = -Infinity;
  for (let number = first; number <= last; number++) {
    const sine = elevationSine(site, M.knots + <usize>number * M.KNOT);
    if (sine > highest) {
      highest = sine;
      best = number;
    }
  }
  return best;
}

function elevationSine(site: usize, knot: usize): f64 {
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
