import { expit } from "./log-odds.ts";
import type { Random } from "./random-stream.ts";

/** A uniform number in (0, 1], safe under a logarithm. */
const uniformAboveZero = (random: Random) => 1 - random();

/** One standard normal draw by the polar method. Marsaglia & Bray 1964. */
export function standardNormal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** The logarithm of one Gamma(shape, scale 1) draw, so that tiny shapes do not underflow. */
function logGammaDraw(random: Random, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`a gamma shape must be positive, got ${shape}`);
  if (shape < 1) return logGammaDraw(random, shape + 1) + Math.log(uniformAboveZero(random)) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = standardNormal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const logV = Math.log(v);
    if (Math.log(uniformAboveZero(random)) < 0.5 * x * x + d * (1 - v + logV)) return Math.log(d) + logV;
  }
}

/** One Gamma(shape, scale 1) draw. Marsaglia & Tsang 2000, ACM TOMS 26:363; shapes below 1 by their boost. */
export function gammaDraw(random: Random, shape: number): number {
  return Math.exp(logGammaDraw(random, shape));
}

/** One Beta(a, b) draw; both parameters positive. */
export function betaDraw(random: Random, a: number, b: number): number {
  return expit(logGammaDraw(random, a) - logGammaDraw(random, b));
}

/** One Dirichlet draw, summing to 1. An alpha of 0 fixes its share at 0; at least one must be positive. */
export function dirichletDraw(random: Random, alphas: ArrayLike<number>): Float64Array {
  const shares = Float64Array.from(alphas, (alpha) =>
    alpha === 0 ? -Infinity : logGammaDraw(random, alpha),
  );
  const top = shares.reduce((a, b) => Math.max(a, b), -Infinity);
  if (top === -Infinity) throw new RangeError("a Dirichlet wants at least one positive alpha");
  const total = shares.reduce((sum, share) => sum + Math.exp(share - top), 0);
  return shares.map((share) => Math.exp(share - top) / total);
}
