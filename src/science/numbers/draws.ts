import { expit } from "./log-odds.ts";
import type { Random } from "./random-stream.ts";
import { zigguratExponential } from "./ziggurat-exponential.ts";
import { zigguratNormal } from "./ziggurat-normal.ts";

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

/**
 * One Gamma(shape, scale 1) draw for a shape of at least 1, over d = shape − 1/3, with c = 1 / √(9d). Marsaglia & Tsang
 * 2000, ACM TOMS 26:363, with their squeeze, so that logarithms are rarely needed.
 */
function gammaOverD(random: Random, d: number, c: number): number {
  for (;;) {
    const x = zigguratNormal(random);
    const root = 1 + c * x;
    const v = root * root * root;
    if (v <= 0) continue;
    const u = uniformAboveZero(random);
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return v;
    if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return v;
  }
}

const dOf = (shape: number) => (shape < 1 ? shape + 2 / 3 : shape - 1 / 3);
const cOf = (d: number) => 1 / Math.sqrt(9 * d);

/** The logarithm of one Gamma(shape, scale 1) draw, so that tiny shapes do not underflow. */
function logGammaDraw(random: Random, shape: number): number {
  refuseShape(shape);
  const d = dOf(shape);
  const log = Math.log(d * gammaOverD(random, d, cOf(d)));
  return shape < 1 ? log - zigguratExponential(random) / shape : log;
}

/** One Gamma(shape, scale 1) draw; shapes below 1 by the boost of Marsaglia & Tsang. */
export function gammaDraw(random: Random, shape: number): number {
  refuseShape(shape);
  const d = dOf(shape);
  return preparedDraw(random, shape, d, cOf(d));
}

function preparedDraw(random: Random, shape: number, d: number, c: number): number {
  const drawn = d * gammaOverD(random, d, c);
  return shape < 1 ? drawn * Math.exp(-zigguratExponential(random) / shape) : drawn;
}

function refuseShape(shape: number): void {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`a gamma shape must be positive, got ${shape}`);
}

/** One Beta(a, b) draw; both parameters positive. */
export function betaDraw(random: Random, a: number, b: number): number {
  return expit(logGammaDraw(random, a) - logGammaDraw(random, b));
}

/** One Dirichlet draw, summing to 1. An alpha of 0 fixes its share at 0; at least one must be positive. */
export function dirichletDraw(random: Random, alphas: ArrayLike<number>): Float64Array {
  const shares = Float64Array.from(alphas);
  dirichletInPlace(random, shares, 0, shares.length);
  return shares;
}

/** A share drawn with an alpha above this does not underflow. */
const SAFE_ALPHA = 0.1;

/** Replaces the alphas from one place up to another by a Dirichlet draw; allocates nothing. */
function dirichletInPlace(random: Random, values: Float64Array, from: number, to: number): void {
  const largest = largestIn(values, from, to);
  if (largest < SAFE_ALPHA) drawByLogarithms(random, values, values, from, to);
  else {
    for (let at = from; at < to; at++) if (values[at] !== 0) values[at] = gammaDraw(random, values[at]!);
  }
  normalise(values, from, to);
}

/**
 * A drawer of one Dirichlet after another for rows of so many alphas, one behind the other, that stay the same: what
 * depends on the alphas alone is worked out once.
 */
export function preparedDirichlets(
  alphas: Float64Array,
  width: number,
): (random: Random, into: Float64Array) => void {
  const d = alphas.map(dOf);
  const c = d.map(cOf);
  const byLogarithms = new Set<number>();
  for (let from = 0; from < alphas.length; from += width) {
    if (largestIn(alphas, from, from + width) < SAFE_ALPHA) byLogarithms.add(from);
  }
  alphas.forEach((alpha) => alpha !== 0 && refuseShape(alpha));
  return (random, into) => {
    for (let from = 0; from < alphas.length; from += width) {
      const to = from + width;
      if (byLogarithms.size > 0 && byLogarithms.has(from)) drawByLogarithms(random, alphas, into, from, to);
      else {
        for (let at = from; at < to; at++)
          into[at] = alphas[at] === 0 ? 0 : preparedDraw(random, alphas[at]!, d[at]!, c[at]!);
      }
      normalise(into, from, to);
    }
  };
}

function largestIn(alphas: Float64Array, from: number, to: number): number {
  let largest = 0;
  for (let at = from; at < to; at++) largest = Math.max(largest, alphas[at]!);
  if (largest === 0) throw new RangeError("a Dirichlet wants at least one positive alpha");
  return largest;
}

function normalise(values: Float64Array, from: number, to: number): void {
  let total = 0;
  for (let at = from; at < to; at++) total += values[at]!;
  for (let at = from; at < to; at++) values[at]! /= total;
}

/** Gamma draws over the largest of them. */
function drawByLogarithms(
  random: Random,
  alphas: Float64Array,
  into: Float64Array,
  from: number,
  to: number,
): void {
  let top = -Infinity;
  for (let at = from; at < to; at++) {
    into[at] = alphas[at] === 0 ? -Infinity : logGammaDraw(random, alphas[at]!);
    top = Math.max(top, into[at]!);
  }
  for (let at = from; at < to; at++) into[at] = Math.exp(into[at]! - top);
}
