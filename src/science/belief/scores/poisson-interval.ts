import { logGamma } from "#science/numbers/index.ts";

/** Events per unit of exposure, and the bounds of its central interval. */
export interface Rate {
  readonly events: number;
  readonly exposure: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A Poisson rate with its exact central interval, never too narrow (Garwood 1936, Biometrika 28:437). RangeError where
 * `events` is no count, or `exposure` not above 0.
 */
export function poissonRate(events: number, exposure: number, level = 0.9): Rate {
  if (!Number.isInteger(events) || events < 0)
    throw new RangeError(`events must be a whole number ≥ 0, got ${events}`);
  if (!(exposure > 0)) throw new RangeError(`exposure must be above 0, got ${exposure}`);
  const tail = (1 - level) / 2;
  const low = events === 0 ? 0 : meanWhere((mean) => 1 - atMost(events - 1, mean) - tail, events);
  const high = meanWhere((mean) => tail - atMost(events, mean), events + 1);
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

/** The root of an increasing function by bisection, to the last bit. */
function meanWhere(rises: (mean: number) => number, around: number): number {
  let [low, high] = [0, around];
  while (rises(high) < 0) [low, high] = [high, high * 2];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (rises(middle) < 0) low = middle;
    else high = middle;
  }
}
