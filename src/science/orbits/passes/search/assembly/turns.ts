/** Passes, and gaps in passes, that begin and end between two knots. */
import { add, both, mul } from "../../../kernel/assembly/lanes";
import { crossings, settled } from "./crossings";
import { CLOSE_ENOUGH, MOST_STEPS, exactCrossing, exactHeight } from "./exact";
import { RISE, doubtKm, ofSite, setRise, tell } from "./memory";
import { aim, climb, height, look } from "./sight";

/** The object may come over the horizon within a segment, or sink below it, and go back. */
export function turn(site: usize, segment: i32): void {
  aim(site, site, segment);
  const rise = ofSite(RISE, site);
  const isUp = rise == rise;
  const apex = apexIn(isUp);
  if (apex != apex) return;
  const isDoubtful = abs(f64x2.extract_lane(height(), 0)) < doubtKm;
  if (isDoubtful && isUp == exactHeight(<i32>site, <f64>segment + apex) >= 0) return;
  let first: f64, second: f64;
  if (isDoubtful) {
    first = exactCrossing(site, <f64>segment, <f64>segment + apex);
    second = exactCrossing(site, <f64>segment + apex, <f64>(segment + 1));
  } else {
    const ends = f64x2(0, 1),
      middle = both(apex);
    const guess = mul(add(ends, middle), both(0.5));
    const found = isUp ? crossings(middle, ends, guess) : crossings(ends, middle, guess);
    const climbs = climb();
    first = <f64>segment + f64x2.extract_lane(found, 0);
    second = <f64>segment + f64x2.extract_lane(found, 1);
    first = settled(site, first, f64x2.extract_lane(climbs, 0));
    second = settled(site, second, f64x2.extract_lane(climbs, 1));
  }
  tell(site, isUp ? rise : first, isUp ? first : second);
  if (isUp) setRise(site, second);
}

/**
 * Where the height turns, or any place beyond doubt on the other side of the horizon, just looked at; NaN where it does
 * not turn, or before the horizon. Between two places of known climb the turn is no farther off than the climb leads.
 */
function apexIn(isUp: bool): f64 {
  const side: f64 = isUp ? -1 : 1;
  look(f64x2(0, 1));
  let low: f64 = 0,
    high: f64 = 1,
    atLow = f64x2.extract_lane(climb(), 0),
    atHigh = f64x2.extract_lane(climb(), 1);
  if (!(side * atLow > 0 && side * atHigh < 0)) return NaN;
  const before = atLow;
  for (let i = 0; i < MOST_STEPS; i++) {
    const at = low + (atLow / (atLow - atHigh)) * (high - low);
    look(both(at));
    const over = side * f64x2.extract_lane(height(), 0);
    const rate = f64x2.extract_lane(climb(), 0);
    if (over > doubtKm) return at;
    const isBefore = rate > 0 == before > 0;
    if (over + abs(rate) * (isBefore ? high - at : at - low) < -doubtKm) return NaN;
    if ((isBefore ? at - low : high - at) < CLOSE_ENOUGH) return over > -doubtKm ? at : NaN;
    if (isBefore) {
      low = at;
      atLow = rate;
      atHigh /= 2;
    } else {
      high = at;
      atHigh = rate;
      atLow /= 2;
    }
  }
  return low;
}
