import { boxMean } from "../box-mean.ts";

interface Grid {
  readonly width: number;
  readonly height: number;
}

/**
 * Blur falls to half of a change where an even one ends. What changed is not even, so that a pixel of it may be a half
 * weaker still; in what did not change nothing is three times its neighbours' median.
 */
const RIM = 1 / 3;

/**
 * The 3 × 3 mean of a magnitude without the rims of what changed: no more than the larger of the pixel's own and the
 * median of its nine, since a mean lies high beside a strong change, and the least of the nine where that is less than
 * a third of the largest median around it. What stands alone in noise is left out by the mean, holes in what changed are
 * filled by the median. NaN where not usable.
 */
export function meanWithinRims(values: Float32Array, usable: Uint8Array, grid: Grid): Float32Array {
  const out = boxMean(values, usable, { ...grid, radius: 1 });
  const middles = new Float32Array(values.length);
  eachNine(values, usable, grid, (i, nine) => {
    middles[i] = medianOfNine(nine);
    out[i] = Math.min(out[i]!, Math.max(values[i]!, middles[i]!));
  });
  const least = new Float32Array(values.length);
  eachNine(middles, usable, grid, (i, nine) => {
    if (out[i]! < RIM * largestOf(nine)) least[i] = 1;
  });
  eachNine(values, usable, grid, (i, nine) => {
    if (least[i] === 1) out[i] = Math.min(out[i]!, leastOf(nine));
  });
  return out;
}

/** The nine around each usable pixel, by columns; those beyond the picture or not usable count as the one amid them. */
function eachNine(
  values: Float32Array,
  usable: Uint8Array,
  { width, height }: Grid,
  visit: (pixel: number, nine: Float32Array) => void,
): void {
  const nine = new Float32Array(9);
  for (let y = 0; y < height; y++) {
    const [above, below] = [y === 0 ? 0 : -width, y === height - 1 ? 0 : width];
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (usable[i] !== 1) continue;
      const own = values[i]!;
      const [from, to] = [x === 0 ? 0 : -1, x === width - 1 ? 0 : 1];
      for (let k = 0, step = from; k < 9; k += 3, step = k === 3 ? 0 : to) {
        const at = i + step;
        nine[k] = usable[at + above] === 1 ? values[at + above]! : own;
        nine[k + 1] = usable[at] === 1 ? values[at]! : own;
        nine[k + 2] = usable[at + below] === 1 ? values[at + below]! : own;
      }
      visit(i, nine);
    }
  }
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

function largestOf(nine: Float32Array): number {
  let largest = nine[0]!;
  for (let k = 1; k < 9; k++) if (nine[k]! > largest) largest = nine[k]!;
  return largest;
}

function leastOf(nine: Float32Array): number {
  let least = nine[0]!;
  for (let k = 1; k < 9; k++) if (nine[k]! < least) least = nine[k]!;
  return least;
}
