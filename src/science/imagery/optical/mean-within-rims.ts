import { boxMean } from "../box-mean.ts";

/**
 * The 3 × 3 mean of a magnitude, but no more than the larger of the pixel's own and the median of the nine: beside a
 * strong change the mean lies high where nothing changed. What stands alone in noise is left out by the mean, holes in
 * what changed are filled by the median. NaN where not usable.
 */
export function meanWithinRims(
  values: Float32Array,
  usable: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Float32Array {
  const out = boxMean(values, usable, { width, height, radius: 1 });
  const nine = new Float32Array(9);
  for (let y = 0; y < height; y++) {
    const [above, below] = [y === 0 ? 0 : -width, y === height - 1 ? 0 : width];
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const own = values[i]!;
      if (!(out[i]! > own)) continue;
      const [from, to] = [x === 0 ? 0 : -1, x === width - 1 ? 0 : 1];
      for (let k = 0, step = from; k < 9; k += 3, step = k === 3 ? 0 : to) {
        const at = i + step;
        nine[k] = usable[at + above] === 1 ? values[at + above]! : own;
        nine[k + 1] = usable[at] === 1 ? values[at]! : own;
        nine[k + 2] = usable[at + below] === 1 ? values[at + below]! : own;
      }
      out[i] = Math.min(out[i]!, Math.max(own, medianOfNine(nine)));
    }
  }
  return out;
}

/** Of three columns: the middle of the largest least, the middle of the middles and the least largest one. */
function medianOfNine(nine: Float32Array): number {
  const [a, b, c] = [nine[0]!, nine[1]!, nine[2]!];
  const [d, e, f] = [nine[3]!, nine[4]!, nine[5]!];
  const [g, h, k] = [nine[6]!, nine[7]!, nine[8]!];
  const least = Math.max(Math.min(a, b, c), Math.min(d, e, f), Math.min(g, h, k));
  const largest = Math.min(Math.max(a, b, c), Math.max(d, e, f), Math.max(g, h, k));
  return middleOf(least, middleOf(middleOf(a, b, c), middleOf(d, e, f), middleOf(g, h, k)), largest);
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
