import { segmentS } from "./memory";

/** What SGP4 itself says of a site at a place of the track, for what the quintics leave in doubt; NaN for nothing. */
export declare function exactHeight(site: i32, at: f64): f64;
export declare function exactElevationSine(site: i32, at: f64): f64;

/** Seconds by which a time may be off before it is settled by SGP4. */
export const TOLERABLE_S: f64 = 0.05;
/** A thousandth of a second, in segments of four minutes. */
export const CLOSE_ENOUGH: f64 = 4e-6;
export const MOST_STEPS: i32 = 60;

let watched: i32 = 0;

/** Where between two places a site sees an object cross the horizon by SGP4. */
export function exactCrossing(site: usize, from: f64, to: f64): f64 {
  watched = <i32>site;
  return rootBetween(from, to, heightAt(from), heightAt(to), heightAt);
}

function heightAt(at: f64): f64 {
  return exactHeight(watched, at);
}

/** How far from a place the elevation turns by SGP4, told from a second before and after, if its sine bends so much. */
export function exactStep(site: usize, at: f64, bend: f64): f64 {
  watched = <i32>site;
  return (-exactRising(at) * segmentS) / (2 * bend);
}

/** Seconds within which the change of an elevation is as good as straight. */
const STRAIGHT_S: f64 = 4;

/** Where between two places the elevation turns by SGP4; NaN where it does not. */
export function exactTop(site: usize, from: f64, to: f64): f64 {
  watched = <i32>site;
  const before = exactRising(from);
  const after = exactRising(to);
  if (!(before > 0 && after < 0)) return NaN;
  if ((to - from) * segmentS < STRAIGHT_S) return from + (before / (before - after)) * (to - from);
  return rootBetween(from, to, before, after, exactRising);
}

function exactRising(at: f64): f64 {
  return exactElevationSine(watched, at + 1 / segmentS) - exactElevationSine(watched, at - 1 / segmentS);
}

/**
 * A root between two places of different sign: false position with the Illinois rule (Dowell & Jarratt 1971), each step
 * long enough to come past a root that is as near as that.
 */
function rootBetween(low: f64, high: f64, atLow: f64, atHigh: f64, value: (at: f64) => f64): f64 {
  const least = CLOSE_ENOUGH / 2;
  for (let i = 0; i < MOST_STEPS && high - low > CLOSE_ENOUGH; i++) {
    const at = max(low + least, min(high - least, low + (atLow / (atLow - atHigh)) * (high - low)));
    const here = value(at);
    if (here > 0 == atLow > 0) {
      low = at;
      atLow = here;
      atHigh /= 2;
    } else {
      high = at;
      atHigh = here;
      atLow /= 2;
    }
  }
  return (low + high) / 2;
}
