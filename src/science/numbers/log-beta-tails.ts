import { continuedFraction } from "./continued-fraction.ts";
import { logBinomialTerm } from "./deviance.ts";
import { logOneMinusExp } from "./log-odds.ts";

/**
 * ln I_x(a, b), the lower tail of a Beta(a, b); a, b > 0, x in [0, 1]. Give y = 1 − x where it is known better
 * than by subtraction. The upper tail is ln I_y(b, a). Didonato & Morris 1992, §3.
 */
export function logBetaInc(a: number, b: number, x: number, y = 1 - x): number {
  for (const shape of [a, b]) {
    if (!(shape > 0 && shape < Infinity)) throw new RangeError(`a beta tail wants shapes > 0, got ${shape}`);
  }
  if (!(x >= 0 && y >= 0)) throw new RangeError(`a beta tail wants x in [0, 1], got ${x}`);
  if (x === 0) return -Infinity;
  if (y === 0) return 0;
  return x <= (a + 1) / (a + b + 2) ? lower(a, b, x, y) : logOneMinusExp(lower(b, a, y, x));
}

/** Abramowitz & Stegun 26.5.8. */
function lower(a: number, b: number, x: number, y: number): number {
  const numerator = (k: number) => {
    const m = k >> 1;
    const [p, q] = [a + 2 * m, a + b + m];
    return k % 2 === 0 ? (m * (b - m) * x) / ((p - 1) * p) : (-(a + m) * q * x) / (p * (p + 1));
  };
  const fraction = continuedFraction(1, numerator, () => 1);
  const power = logBinomialTerm(a, b, x, y) + Math.log(b) - Math.log(a + b);
  return Math.min(power - Math.log(fraction), 0);
}

/** ln P(T ≤ t) for Student's t with ν > 0 degrees of freedom; full relative accuracy in both tails. */
export function studentTLogCdf(t: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`Student's t wants degrees of freedom > 0, got ${degrees}`);
  if (Number.isNaN(t)) return NaN;
  const square = (t * t) / degrees;
  const tail =
    logBetaInc(degrees / 2, 0.5, 1 / (1 + square), square === Infinity ? 1 : square / (1 + square)) -
    Math.LN2;
  return t <= 0 ? tail : Math.log1p(-Math.exp(tail));
}
