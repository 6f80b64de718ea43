import { lookForHeight, type Sight } from "./sight.ts";

/** A thousandth of a second, in segments of four minutes. */
const CLOSE_ENOUGH = 4e-6;
const MOST_STEPS = 60;

/**
 * Where between two places the object crosses the horizon; it must be below at `low` and above at `high`, whichever
 * comes first. Newton's steps, and halving where one leaves the bracket; after a step no more is left than its square
 * times the bend of the path, over the climb. The last look was close by.
 */
export function crossing(sight: Sight, low: number, high: number, guess: number): number {
  const bend = sight.track.bendKm;
  let at = guess;
  for (let i = 0; i < MOST_STEPS; i++) {
    lookForHeight(sight, at);
    if (sight.height < 0) low = at;
    else high = at;
    const newton = at - sight.height / sight.climb;
    const isInside = newton > low !== newton > high;
    const next = isInside ? newton : (low + high) / 2;
    const step = Math.abs(next - at);
    const left = isInside ? Math.min(step, Math.abs((bend * step * step) / sight.climb)) : step;
    if (left < CLOSE_ENOUGH) return next;
    at = next;
  }
  return at;
}

/** A root between two places of different sign: false position with the Illinois rule (Dowell & Jarratt 1971). */
export function rootBetween(from: number, to: number, value: (at: number) => number): number {
  let low = from;
  let high = to;
  let atLow = value(from);
  let atHigh = value(to);
  for (let i = 0; i < MOST_STEPS && high - low > CLOSE_ENOUGH; i++) {
    const at = low + (atLow / (atLow - atHigh)) * (high - low);
    const found = value(at);
    if (found > 0 === atLow > 0) {
      if (at - low < CLOSE_ENOUGH / 2) return at;
      low = at;
      atLow = found;
      atHigh /= 2;
    } else {
      if (high - at < CLOSE_ENOUGH / 2) return at;
      high = at;
      atHigh = found;
      atLow /= 2;
    }
  }
  return (low + high) / 2;
}
