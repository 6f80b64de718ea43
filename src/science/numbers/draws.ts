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

/**
 * One Gamma(shape, scale 1) draw for a shape of at least 1, over d = shape − 1/3. Marsaglia & Tsang 2000, ACM TOMS
 * 26:363, with their squeeze, so that logarithms are rarely needed.
 */
function gammaOverD(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = standardNormal(random);
    const root = 1 + c * x;
    const v = root * root * root;
    if (v <= 0) continue;
    const u = uniformAboveZero(random);
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return v;
    if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return v;
  }
}

/** The logarithm of one Gamma(shape, scale 1) draw, so that tiny shapes do not underflow. */
function logGammaDraw(random: Random, shape: number): number {
  refuseShape(shape);
  const raised = shape < 1 ? shape + 1 : shape;
  const log = Math.log((raised - 1 / 3) * gammaOverD(random, raised));
  return shape < 1 ? log + Math.log(uniformAboveZero(random)) / shape : log;
}

/** One Gamma(shape, scale 1) draw; shapes below 1 by the boost of Marsaglia & Tsang. */
export function gammaDraw(random: Random, shape: number): number {
  refuseShape(shape);
  if (shape >= 1) return (shape - 1 / 3) * gammaOverD(random, shape);
  const raised = (shape + 2 / 3) * gammaOverD(random, shape + 1);
  return raised * Math.exp(Math.log(uniformAboveZero(random)) / shape);
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
export function dirichletInPlace(random: Random, values: Float64Array, from: number, to: number): void {
  let largest = 0;
  for (let at = from; at < to; at++) largest = Math.max(largest, values[at]!);
  if (largest === 0) throw new RangeError("a Dirichlet wants at least one positive alpha");
  if (largest < SAFE_ALPHA) drawByLogarithms(random, values, from, to);
  else {
    for (let at = from; at < to; at++) if (values[at] !== 0) values[at] = gammaDraw(random, values[at]!);
  }
  let total = 0;
  for (let at = from; at < to; at++) total += values[at]!;
  for (let at = from; at < to; at++) values[at]! /= total;
}

/** Gamma draws over the largest of them. */
function drawByLogarithms(random: Random, values: Float64Array, from: number, to: number): void {
  let top = -Infinity;
  for (let at = from; at < to; at++) {
    values[at] = values[at] === 0 ? -Infinity : logGammaDraw(random, values[at]!);
    top = Math.max(top, values[at]!);
  }
  for (let at = from; at < to; at++) values[at] = Math.exp(values[at]! - top);
}
