import type { Spread } from "../order-statistics.ts";
import { robustSpread } from "../order-statistics.ts";
import { sampleUsable } from "../scene.ts";

/** The body rests on so many pixels at most. */
const SAMPLE = 60_000;

/**
 * Middle and spread of unchanged values, whatever share of the picture changed: the middle of the shortest interval
 * that holds two fifths of them, and the spread of differences between pixels `apartPx` from each other, which
 * share no looks and mostly lie in one class. At least 50 usable pixels; the spread is NaN where no two are so far apart.
 */
export function unchangedBody(
  values: Float32Array,
  usable: Uint8Array,
  { width, apartPx }: { readonly width: number; readonly apartPx: number },
): Spread {
  const sample = sampleUsable(usable, SAMPLE);
  const differences: number[] = [];
  for (const i of sample) {
    const [right, below] = [i + apartPx, i + apartPx * width];
    if ((i % width) + apartPx < width && usable[right] === 1) differences.push(values[right]! - values[i]!);
    if (usable[below] === 1) differences.push(values[below]! - values[i]!);
  }
  const { sigma } = robustSpread(Float32Array.from(differences));
  return {
    median: middleOfShortest(Float32Array.from(sample, (i) => values[i]!).sort()),
    sigma: sigma / Math.SQRT2,
  };
}

function middleOfShortest(sorted: Float32Array): number {
  const held = Math.floor(0.4 * sorted.length);
  let at = 0;
  for (let i = 0; i + held < sorted.length; i++) {
    if (sorted[i + held]! - sorted[i]! < sorted[at + held]! - sorted[at]!) at = i;
  }
  return (sorted[at]! + sorted[at + held]!) / 2;
}
