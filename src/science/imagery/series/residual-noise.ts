import { shortestHalf } from "./robust-baseline.ts";

export interface ResidualNoise {
  readonly sigma: number;
  /** Correlation of neighbours. */
  readonly correlation: number;
}

/** Residuals beyond so many sigmas are clouds or shadows that no mask has caught. */
export const OUTLIER = 3;

/** A normal distribution cut at three sigmas is so much narrower than the whole. */
const CUT_SPREAD = 0.98658;

/**
 * Spread and correlation of residuals without their outliers, whatever side these lie on. From the shortest half,
 * which a fifth of clouds widens by a third, the spread of what lies within three sigmas is sought again.
 */
export function residualNoise(residuals: Float64Array, fitted: number): ResidualNoise {
  let sigma = shortestHalf(residuals.slice(), residuals.length).spread;
  for (let round = 0; round < 4; round++) {
    const inside = residuals.filter((rest) => Math.abs(rest) <= OUTLIER * sigma);
    if (inside.length === 0) break;
    sigma = Math.sqrt(inside.reduce((sum, rest) => sum + rest * rest, 0) / inside.length) / CUT_SPREAD;
  }
  const isInside = (t: number) => Math.abs(residuals[t]!) <= OUTLIER * sigma;
  let [product, square] = [0, 0];
  for (let t = 1; t < residuals.length; t++) {
    if (!isInside(t) || !isInside(t - 1)) continue;
    product += residuals[t]! * residuals[t - 1]!;
    square += (residuals[t]! ** 2 + residuals[t - 1]! ** 2) / 2;
  }
  const free = residuals.length / Math.max(residuals.length - fitted, 1);
  return {
    sigma: Math.max(sigma * Math.sqrt(free), 1e-9),
    correlation: square > 0 ? product / square : 0,
  };
}
