import { quantileOf } from "../order-statistics.ts";

/** The values that are drawn darkest and brightest. */
export interface StretchLimits {
  readonly low: number;
  readonly high: number;
}

/** What is cut off at either end: 2 and 98 % of all values. */
const CUT = 0.02;

/** The 2 and 98 % quantiles of finite values of all pictures together, so that one brightness means one value in each. */
export function pooledStretch(values: readonly Float32Array[]): StretchLimits {
  const all = new Float32Array(values.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const some of values) for (const value of some) if (Number.isFinite(value)) all[filled++] = value;
  const finite = all.subarray(0, filled);
  return { low: quantileOf(finite, CUT), high: quantileOf(finite, 1 - CUT) };
}

/** The value between the limits as 0 to 255; the middle grey where the limits are one. */
export function stretched(value: number, { low, high }: StretchLimits): number {
  if (!(high > low)) return 128;
  return Math.round(255 * Math.min(1, Math.max(0, (value - low) / (high - low))));
}
