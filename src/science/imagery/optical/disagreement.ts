import type { Scene } from "../scene.ts";

/** What may have changed: this share of the pixels, those that differ most, is left out. */
const CHANGED = 0.1;

/**
 * How far two dates differ over sampled pixels: of each band the root mean square that a line through the other date
 * leaves, in units of its spread, the tenth that differs most left out; the mean of the bands that both have.
 */
export function disagreement(before: Scene, after: Scene, sample: Int32Array): number {
  const bands = Math.min(before.bands.length, after.bands.length);
  let sum = 0;
  for (let k = 0; k < bands; k++) sum += leftByLine(before.bands[k]!, after.bands[k]!, sample);
  return sum / bands;
}

function leftByLine(x: Float32Array, y: Float32Array, sample: Int32Array): number {
  let [mx, my, xx, xy, yy] = [0, 0, 0, 0, 0];
  for (const i of sample) {
    mx += x[i]! / sample.length;
    my += y[i]! / sample.length;
  }
  for (const i of sample) {
    const [a, b] = [x[i]! - mx, y[i]! - my];
    xx += a * a;
    xy += a * b;
    yy += b * b;
  }
  if (xx === 0 || yy === 0) return 1;
  const slope = xy / xx;
  const squares = Float64Array.from(sample, (i) => (y[i]! - my - slope * (x[i]! - mx)) ** 2).sort();
  const kept = Math.ceil((1 - CHANGED) * squares.length);
  let left = 0;
  for (let n = 0; n < kept; n++) left += squares[n]!;
  return Math.sqrt(left / kept / (yy / sample.length));
}
