import { boxMean } from "../box-mean.ts";
import { ordersOfNine } from "./orders-of-nine.ts";

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
 * filled by the median. Magnitudes are never negative; NaN where not usable.
 */
export function meanWithinRims(values: Float32Array, usable: Uint8Array, grid: Grid): Float32Array {
  const out = boxMean(values, usable, { ...grid, radius: 1 });
  const own = ordersOfNine(values, usable, grid);
  for (let i = 0; i < out.length; i++) out[i] = Math.min(out[i]!, Math.max(values[i]!, own.middle[i]!));
  const around = ordersOfNine(own.middle, usable, grid);
  for (let i = 0; i < out.length; i++) {
    if (out[i]! < RIM * around.largest[i]!) out[i] = Math.min(out[i]!, own.least[i]!);
  }
  return out;
}
