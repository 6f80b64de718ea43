import { logGamma } from "#science/numbers/index.ts";
import { LEVEL } from "./cluster-bootstrap.ts";
import { atMost, poissonRate } from "./poisson-interval.ts";

/** A probability with the 90 % interval that the counts behind it leave. */
export interface BaseRate {
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

/**
 * P(at least `wanted` events in the next `ahead` years) after so many `events` in so many `years`: the negative binomial
 * predictive of Jeffreys' prior, and the same probability at both ends of that prior's interval of the rate.
 */
export function rateBaseRate(events: number, years: number, wanted: number, ahead: number): BaseRate {
  if (wanted <= 0) return { p: 1, low: 1, high: 1 };
  if (!(ahead > 0)) return { p: 0, low: 0, high: 0 };
  const { low, high } = poissonRate(events, years, LEVEL);
  const shape = events + 0.5;
  const share = ahead / (years + ahead);
  let fewer = 0;
  for (let x = 0; x < wanted; x++) {
    const ways = logGamma(x + shape) - logGamma(shape) - logGamma(x + 1);
    fewer += Math.exp(ways + x * Math.log(share) + shape * Math.log1p(-share));
  }
  const reached = (rate: number) => (rate === 0 ? 0 : 1 - atMost(wanted - 1, rate * ahead));
  return { p: 1 - fewer, low: reached(low), high: reached(high) };
}

/** 5 % and 95 % points of a standard normal lie this far out. */
const NORMAL_95 = 1.6448536269514722;

/** The share of comparable cases that came true: Jeffreys' mean (hits + ½)/(of + 1), Wilson's interval (1927). */
export function shareBaseRate(hits: number, of: number): BaseRate {
  if (!(hits >= 0 && hits <= of && of > 0)) throw new RangeError(`${hits} of ${of} is no share`);
  const square = NORMAL_95 ** 2;
  const middle = (hits + square / 2) / (of + square);
  const reach = (NORMAL_95 / (of + square)) * Math.sqrt((hits * (of - hits)) / of + square / 4);
  return { p: (hits + 0.5) / (of + 1), low: middle - reach, high: middle + reach };
}
