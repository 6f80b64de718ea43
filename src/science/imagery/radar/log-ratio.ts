import { boxMean } from "../box-mean.ts";
import { robustSpread } from "../order-statistics.ts";

export interface LogRatioQuestion {
  readonly width: number;
  readonly height: number;
  readonly usable: Uint8Array;
  /** Multilook over (2 radius + 1)² pixels. */
  readonly radius: number;
}

/**
 * ln of after over before, both multilooked, the scene's bias (its median) removed; NaN where not usable. Positive,
 * linear values. Speckle is multiplicative, so that the ratio has the same spread on dark and on bright ground.
 */
export function logRatio(
  before: Float32Array,
  after: Float32Array,
  { usable, ...size }: LogRatioQuestion,
): Float32Array {
  const ratio = boxMean(after, usable, size);
  const below = boxMean(before, usable, size);
  for (let i = 0; i < ratio.length; i++) ratio[i] = Math.log(ratio[i]! / below[i]!);
  const { median } = robustSpread(ratio.filter((_, i) => usable[i] === 1));
  for (let i = 0; i < ratio.length; i++) ratio[i]! -= median;
  return ratio;
}
