import { medianFilter } from "../median-filter.ts";
import { register } from "../optical/register.ts";
import type { MagnitudeSpread, PairChange } from "../pair-change.ts";
import { usableInBoth, type Scene } from "../scene.ts";
import { type BackscatterScale, inLinear, inLogarithms, LEAST_SHIFT_PX } from "./backscatter.ts";
import { logRatio } from "./log-ratio.ts";
import { partedRatios } from "./parted-ratios.ts";

export interface RadarQuestion {
  /** Share of unchanged pixels above the threshold; decided from the pair when null. */
  readonly alpha: number | null;
  /** Decibel or linear, by the look of the values when null. */
  readonly scale: BackscatterScale | null;
  /** The largest shift that is undone, in pixels. */
  readonly shiftLimitPx: number;
  /** As magnitudes of another pair are told; by whether there are two classes unless said. */
  readonly spread?: MagnitudeSpread | null;
}

/**
 * Change between two radar dates of one relative orbit: log ratio of 3 × 3 multilooked backscatter without the
 * scene's bias, 5 × 5 median, the largest over polarisations in MAD units, parted in two classes inside a guard. RangeError when
 * nothing can be compared.
 */
export function radarChange(before: Scene, after: Scene, question: RadarQuestion): PairChange {
  const { width, height } = before;
  const [x, y] = [before, after].map((scene) => inLinear(scene, question.scale)) as [Scene, Scene];
  const { scene: moved, registration } = register(inLogarithms(x), inLogarithms(y), {
    leastPx: LEAST_SHIFT_PX,
    mostPx: question.shiftLimitPx,
  });
  const isMoved = registration.status === "shifted";
  const compared = usableInBoth(x, moved);
  const count = compared.reduce((sum, one) => sum + one, 0);
  if (count < 50) throw new RangeError(`only ${count} pixels can be compared; at least 50 would do`);
  const ratios = x.bands.map((band, k) => {
    const later = isMoved ? moved.bands[k]!.map(Math.exp) : y.bands[k]!;
    const ratio = logRatio(band, later, { width, height, usable: compared, radius: 1 });
    return medianFilter(ratio, compared, { width, height, radius: 2 });
  });
  const { alpha, spread: asked = null } = question;
  const { magnitude, spread, threshold } = partedRatios(ratios, compared, { width, alpha, spread: asked });
  const method = "log ratio of 3 x 3 looks, 5 x 5 median, in MAD units";
  return { method, magnitude, spread, compared, threshold, registration, offset: null };
}
