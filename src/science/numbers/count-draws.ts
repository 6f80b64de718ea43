import type { Random } from "./random-stream.ts";

/** One Poisson draw by multiplying uniforms: its work grows with the mean, up to some hundreds. Knuth 1969, §3.4.1. */
export function poissonDraw(random: Random, mean: number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > floor; product *= random()) count++;
  return count;
}

/** One place drawn with the chance of its weight; the weights sum to 1. */
export function choiceDraw(random: Random, weights: ArrayLike<number>): number {
  let left = random();
  for (let i = 0; i < weights.length; i++) if ((left -= weights[i]!) < 0) return i;
  return weights.length - 1;
}
