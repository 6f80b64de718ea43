import { normalCdf, normalQuantile } from "#science/numbers/index.ts";
import type { GuardedThreshold } from "../guarded-threshold.ts";
import { medianFilter } from "../median-filter.ts";
import { register } from "../optical/register.ts";
import type { PairChange } from "../pair-change.ts";
import { quantileOf, robustSpread } from "../order-statistics.ts";
import { usableInBoth, type Scene } from "../scene.ts";
import { otsu } from "../threshold.ts";
import { type BackscatterScale, inLinear, inLogarithms, LEAST_SHIFT_PX } from "./backscatter.ts";
import { logRatio } from "./log-ratio.ts";

export interface RadarQuestion {
  /** Share of unchanged pixels above the threshold; decided from the pair when null. */
  readonly alpha: number | null;
  /** Decibel or linear, by the look of the values when null. */
  readonly scale: BackscatterScale | null;
  /** The largest shift that is undone, in pixels. */
  readonly shiftLimitPx: number;
}

/**
 * Change between two radar dates of one relative orbit: log ratio of 3 × 3 multilooked backscatter without the
 * scene's bias, 5 × 5 median, the largest over polarisations in MAD units, Otsu's cut inside a guard. RangeError when
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
  const magnitude = new Float32Array(width * height).fill(NaN);
  for (const [k, band] of x.bands.entries()) {
    const later = isMoved ? moved.bands[k]!.map(Math.exp) : y.bands[k]!;
    const ratio = logRatio(band, later, { width, height, usable: compared, radius: 1 });
    const filtered = medianFilter(ratio, compared, { width, height, radius: 2 });
    const { median, sigma } = robustSpread(filtered.filter((_, i) => compared[i] === 1));
    const scale = 1 / Math.max(sigma, LEAST_SIGMA);
    for (let i = 0; i < magnitude.length; i++) {
      const z = Math.abs(filtered[i]! - median) * scale;
      if (!(magnitude[i]! >= z)) magnitude[i] = z;
    }
  }
  const threshold = speckleThreshold(magnitude, compared, { alpha: question.alpha, bands: x.bands.length });
  const method = "log ratio of 3 x 3 looks, 5 x 5 median, in MAD units";
  return { method, magnitude, compared, threshold, registration, offset: null };
}

/** A twentieth of a decibel: pictures that are the same have no spread of their own. */
const LEAST_SIGMA = 0.0115;

/** Otsu's cut is believed where so many times more lies above it than a normal body has there. */
const EXCESS = 1.35;
const GUARD_MAD = 4;

/**
 * Like `guardedThreshold`, for magnitudes in MAD units whose unchanged body is the largest of as many halves of a normal
 * distribution as there are polarisations.
 */
function speckleThreshold(
  magnitude: Float32Array,
  compared: Uint8Array,
  { alpha, bands }: { readonly alpha: number | null; readonly bands: number },
): GuardedThreshold {
  const values = magnitude.filter((_, i) => compared[i] === 1);
  const beyond = (threshold: number) => 1 - (1 - 2 * normalCdf(-threshold)) ** bands;
  if (alpha !== null) {
    const threshold = -normalQuantile((1 - (1 - alpha) ** (1 / bands)) / 2);
    return { threshold, alpha, method: "alpha", aboveMad: threshold };
  }
  const cut = otsu(values, new Uint8Array(values.length).fill(1), quantileOf(values, 0.9995));
  const above = values.reduce((sum, value) => sum + (value > cut ? 1 : 0), 0) / values.length;
  const isParted = above > EXCESS * beyond(cut);
  const threshold = isParted ? cut : Math.max(cut, GUARD_MAD);
  return { threshold, alpha: beyond(threshold), method: isParted ? "otsu" : "guard", aboveMad: threshold };
}
