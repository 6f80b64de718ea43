import { logBetaInc, studentTLogCdf } from "./log-beta-tails.ts";
import { logGammaP, logGammaQ } from "./log-gamma-tails.ts";
import { expit } from "./log-odds.ts";
import { normalCdf, normalLogCdf } from "./normal.ts";
import { root } from "./root.ts";

function inside(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile wants p in [0, 1], got ${p}`);
}

/** The u at which ln cdf(u) = ln p, or ln survival(u) = ln(1 − p) where that keeps more digits. */
function solve(p: number, lower: (u: number) => number, upper: (u: number) => number, start: number): number {
  const isLow = p < 0.5;
  const target = isLow ? Math.log(p) : Math.log1p(-p);
  const rising = (u: number) => (isLow ? lower(u) - target : target - upper(u));
  let step = 1;
  while (rising(start - step) > 0) step *= 2;
  const low = start - step;
  step = 1;
  while (rising(start + step) < 0) step *= 2;
  return root(rising, low, start + step);
}

/** Φ⁻¹(p), by Halley steps on ln Φ from a logistic start; −∞ and ∞ at the ends. */
export function normalQuantile(p: number): number {
  inside(p);
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return -Infinity;
  const target = Math.log(p);
  let x = p < 0.02 ? -Math.sqrt(-2 * target - Math.log(-4 * Math.PI * target)) : (p - 0.5) * 2.5;
  for (let step = 0; step < 60; step++) {
    const hazard = Math.exp(-(x * x) / 2 - normalLogCdf(x)) / Math.sqrt(2 * Math.PI);
    const newton = (normalLogCdf(x) - target) / hazard;
    const next = x - newton / (1 + (newton * (x + hazard)) / 2);
    if (Math.abs(next - x) <= 4e-16 * Math.abs(next)) return next;
    x = next;
  }
  return Math.abs(normalCdf(x) - p) < 1e-15 ? x : NaN;
}

/** The x at which a Gamma(shape, 1) has the lower tail p; a chi-square of ν degrees is twice that at ν/2. */
export function gammaQuantile(p: number, shape: number): number {
  inside(p);
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity;
  const [lower, upper] = [logGammaP, logGammaQ].map((tail) => (u: number) => tail(shape, Math.exp(u)));
  return Math.exp(solve(p, lower!, upper!, Math.log(shape)));
}

/** The x at which a Beta(a, b) has the lower tail p. */
export function betaQuantile(p: number, a: number, b: number): number {
  inside(p);
  if (p === 0 || p === 1) return p;
  const lower = (u: number) => logBetaInc(a, b, expit(u), expit(-u));
  const upper = (u: number) => logBetaInc(b, a, expit(-u), expit(u));
  return expit(solve(p, lower, upper, Math.log(a / b)));
}

/** The t at which Student's t with ν degrees of freedom has the lower tail p. */
export function studentTQuantile(p: number, degrees: number): number {
  inside(p);
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (p === 0.5) return 0;
  return solve(
    p,
    (t) => studentTLogCdf(t, degrees),
    (t) => studentTLogCdf(-t, degrees),
    0,
  );
}
