import { logGamma } from "./log-gamma.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** ln Γ(a + 1) − (a + ½) ln a + a − ½ ln 2π, the error of Stirling's formula, for a > 0. */
function stirlingError(a: number): number {
  if (a < 10) return logGamma(a + 1) - (a + 0.5) * Math.log(a) + a - HALF_LOG_TWO_PI;
  const t = 1 / (a * a);
  return (1 / 12 - t * (1 / 360 - t * (1 / 1260 - t * (1 / 1680 - t * (1 / 1188 - (t * 691) / 360360))))) / a;
}

/** a ln(a / m) + m − a without cancellation where a is close to m. */
function deviance(a: number, m: number): number {
  const v = (a - m) / (a + m);
  if (Math.abs(v) >= 0.1) return a * Math.log(a / m) + m - a;
  let sum = (a - m) * v;
  let power = 2 * a * v;
  for (let k = 3; ; k += 2) {
    power *= v * v;
    const next = sum + power / k;
    if (next === sum) return sum;
    sum = next;
  }
}

/** a ln m − m − ln Γ(a + 1) for a > 0, m > 0: the saddle-point form of Loader 2000, exact to rounding. */
export function logPoissonTerm(a: number, m: number): number {
  return -stirlingError(a) - deviance(a, m) - HALF_LOG_TWO_PI - 0.5 * Math.log(a);
}

/** ln of x^a y^b Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) with y = 1 − x. Loader 2000. */
export function logBinomialTerm(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const spread = 0.5 * (Math.log(n) - Math.log(a) - Math.log(b)) - HALF_LOG_TWO_PI;
  return errors - deviance(a, n * x) - deviance(b, n * y) + spread;
}
