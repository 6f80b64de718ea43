import { gammaQuantile, logGamma } from "#science/numbers/index.ts";

/** Events per unit of exposure, and the bounds of its central interval. */
export interface Rate {
  readonly events: number;
  readonly exposure: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A Poisson rate with the central interval of Jeffreys' posterior, Gamma(events + ½), which begins at 0 where there was
 * none. In the mean of many rates it holds as often as it says, where the exact interval of a few events, which must
 * never hold too seldom, holds far more often (Brown, Cai & DasGupta 2003, Statistica Sinica 13:19). RangeError where
 * `events` is no count, or `exposure` not above 0.
 */
export function poissonRate(events: number, exposure: number, level = 0.9): Rate {
  if (!Number.isInteger(events) || events < 0)
    throw new RangeError(`events must be a whole number ≥ 0, got ${events}`);
  if (!(exposure > 0)) throw new RangeError(`exposure must be above 0, got ${exposure}`);
  const tail = (1 - level) / 2;
  const low = events === 0 ? 0 : gammaQuantile(tail, events + 0.5);
  const high = gammaQuantile(1 - tail, events + 0.5);
  return { events, exposure, rate: events / exposure, low: low / exposure, high: high / exposure };
}

/** P(X ≤ count) for X ~ Poisson(mean). */
export function atMost(count: number, mean: number): number {
  let term = Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));
  let sum = 0;
  for (let k = count; k >= 0 && term > sum * Number.EPSILON; k--) {
    sum += term;
    term *= k / mean;
  }
  return Math.min(1, sum);
}
