import { normalCdf, normalQuantile } from "#science/numbers/index.ts";
import type { GuardedThreshold } from "../guarded-threshold.ts";
import type { MagnitudeSpread } from "../pair-change.ts";
import { quantileOf, robustSpread, type Spread } from "../order-statistics.ts";
import { otsu } from "../threshold.ts";
import { integralRange } from "./integral-range.ts";
import { minimumError } from "./minimum-error.ts";
import { unchangedBody } from "./unchanged-body.ts";

export interface PartedRatios {
  /** The largest over polarisations; NaN where not compared. */
  readonly magnitude: Float32Array;
  readonly spread: MagnitudeSpread;
  readonly threshold: GuardedThreshold;
  /** What speckle is expected to put on the wrong side of the threshold, over what changed. */
  readonly wrong: number;
}

export interface PartingQuestion {
  readonly width: number;
  /** Pixels so far apart share nothing of what was averaged. */
  readonly apartPx: number;
  /** Share of the unchanged above the threshold; decided from the ratios when null. */
  readonly alpha: number | null;
  /** Where magnitudes are to be told as those of another pair; by whether there are two classes unless said. */
  readonly spread?: MagnitudeSpread | null;
}

/** A twentieth of a decibel: pictures that are the same have no spread of their own. */
const LEAST_SIGMA = 0.0115;

/** Two classes are believed where so much log-likelihood is gained, counting one pixel of those that share looks. */
const LEAST_GAIN = 10;
/** Ground drifts where pixels are alike over so many times the area that shares looks. */
const DRIFTING = 2;
/** A second class has a share, a mean and a width. */
const MORE_PARAMETERS = 3;
const GUARD_MAD = 4;

/**
 * Where filtered log ratios, one a polarisation, part in no change and change. Two classes have the higher of Otsu's
 * cut, which lies too low where few pixels changed, and that of least error, which lies too low where the unchanged
 * have long tails. One class has a guard of 4 MAD. With `alpha`, so much of the unchanged lies above the threshold.
 */
export function partedRatios(
  ratios: readonly Float32Array[],
  compared: Uint8Array,
  { width, apartPx, alpha, spread: asked = null }: PartingQuestion,
): PartedRatios {
  const bands = ratios.length;
  const usableOf = (values: Float32Array) => values.filter((_, i) => compared[i] === 1);
  const ofTwo = largestDeviation(ratios, (ratio) => unchangedBody(ratio, compared, { width, apartPx }));
  const values = usableOf(ofTwo);
  const { cut, wrong, gain, gainOverDrift } = minimumError(values, bands);
  const rangePx = Math.max(...ratios.map((ratio) => integralRange(ratio, compared, width)));
  const isDrifting = rangePx > DRIFTING * apartPx ** 2;
  const isParted =
    gain * values.length > LEAST_GAIN * apartPx ** 2 ||
    (isDrifting && isBelieved(gainOverDrift, values.length / rangePx));
  const spread = asked ?? (isParted ? "unchanged" : "whole");
  const magnitude =
    spread === "unchanged" ? ofTwo : largestDeviation(ratios, (ratio) => robustSpread(usableOf(ratio)));
  const told = (threshold: number, method: GuardedThreshold["method"]): PartedRatios => {
    const beyond = 1 - (1 - 2 * normalCdf(-threshold)) ** bands;
    return {
      ...{ magnitude, spread, wrong },
      threshold: { threshold, alpha: alpha ?? beyond, method, aboveMad: threshold },
    };
  };
  if (alpha !== null) return told(-normalQuantile((1 - (1 - alpha) ** (1 / bands)) / 2), "alpha");
  if (!isParted || spread === "whole") return told(GUARD_MAD, "guard");
  const furthest = otsu(values, new Uint8Array(values.length).fill(1), quantileOf(values, 0.9995));
  return furthest > cut ? told(furthest, "otsu") : told(cut, "minimum error");
}

/**
 * Where ground drifts, field by field, two classes are believed that gain more log-likelihood than their parameters may
 * by chance (Schwarz 1978), one pixel counted of those that are alike.
 */
function isBelieved(gain: number, independent: number): boolean {
  return gain * independent > (MORE_PARAMETERS / 2) * Math.log(independent);
}

function largestDeviation(
  ratios: readonly Float32Array[],
  bodyOf: (ratio: Float32Array) => Spread,
): Float32Array {
  const largest = new Float32Array(ratios[0]!.length).fill(NaN);
  for (const ratio of ratios) {
    const { median, sigma } = bodyOf(ratio);
    const scale = 1 / Math.max(sigma, LEAST_SIGMA);
    for (let i = 0; i < largest.length; i++) {
      const deviation = Math.abs(ratio[i]! - median) * scale;
      if (!(largest[i]! >= deviation)) largest[i] = deviation;
    }
  }
  return largest;
}
