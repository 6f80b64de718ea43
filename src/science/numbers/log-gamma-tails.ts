import { continuedFraction } from "./continued-fraction.ts";
import { logPoissonTerm } from "./deviance.ts";
import { logGammaOnePlus } from "./log-gamma.ts";
import { logOneMinusExp } from "./log-odds.ts";

/** ln P(a, x), the lower tail of a Gamma(a, 1); a > 0, x ≥ 0. A chi-square of ν degrees is P(ν/2, x/2). */
export function logGammaP(a: number, x: number): number {
  check(a, x);
  if (x === 0) return -Infinity;
  if (x === Infinity) return 0;
  if (x >= a + 1) return logOneMinusExp(upperFraction(a, x));
  const lower = lowerSeries(a, x);
  return a < 0.5 && lower > -Math.LN2 ? Math.log1p(-smallShapeUpper(a, x)) : lower;
}

/** ln Q(a, x) = ln(1 − P(a, x)), finite for every finite x: relative error below 1e-12 in both tails. */
export function logGammaQ(a: number, x: number): number {
  check(a, x);
  if (x === 0) return 0;
  if (x === Infinity) return -Infinity;
  if (x >= a + 1) return upperFraction(a, x);
  return a < 0.5 ? Math.log(smallShapeUpper(a, x)) : logOneMinusExp(lowerSeries(a, x));
}

function check(a: number, x: number): void {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`a gamma tail wants a shape > 0, got ${a}`);
  if (!(x >= 0)) throw new RangeError(`a gamma tail wants x ≥ 0, got ${x}`);
}

/** Abramowitz & Stegun 6.5.29: all terms positive. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return Math.min(logPoissonTerm(a, x) + Math.log(sum), 0);
}

/** Abramowitz & Stegun 6.5.31, in its even part. */
function upperFraction(a: number, x: number): number {
  const fraction = continuedFraction(
    x + 1 - a,
    (k) => -k * (k - a),
    (k) => x + 2 * k + 1 - a,
  );
  return Math.min(logPoissonTerm(a, x) + Math.log(a) - Math.log(fraction), 0);
}

/** Q for a shape near 0, where it is of the order of a and 1 − P would lose it. Gautschi 1979. */
function smallShapeUpper(a: number, x: number): number {
  const logPower = a * Math.log(x) - logGammaOnePlus(a);
  let term = 1;
  let sum = 0;
  for (let k = 1; k < 200; k++) {
    term *= -x / k;
    sum += term / (a + k);
    if (Math.abs(term) < 1e-18 * Math.abs(sum)) break;
  }
  return -Math.expm1(logPower) - a * Math.exp(logPower) * sum;
}
