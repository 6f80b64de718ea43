import { add, both, div, mul, sub } from "../../../kernel/assembly/lanes";
import { CLOSE_ENOUGH, MOST_STEPS, TOLERABLE_S, exactCrossing, exactHeight } from "./exact";
import { bendKm, doubtKm, known, segmentS } from "./memory";
import { climb, height, look } from "./sight";

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
    const isBent = f64x2.gt(mul(both(bendKm), mul(step, step)), mul(both(CLOSE_ENOUGH), f64x2.abs(climb())));
    const isLeft = v128.and(f64x2.gt(step, both(CLOSE_ENOUGH)), v128.or(isBent, v128.not(isInside)));
    if (!v128.any_true(isLeft)) break;
  }
  return at;
}

/** A crossing just found, settled by SGP4 where the object climbs so slowly that the doubt of the quintics counts. */
export function settled(site: usize, at: f64, climbKm: f64): f64 {
  const slack = doubtKm / abs(climbKm);
  if (slack * segmentS < TOLERABLE_S) return at;
  const from = max<f64>(0, at - 2 * slack),
    to = min<f64>(<f64>(known - 1), at + 2 * slack);
  const isBelow = exactHeight(<i32>site, from) < 0;
  return isBelow == exactHeight(<i32>site, to) < 0 ? at : exactCrossing(site, from, to);
}
