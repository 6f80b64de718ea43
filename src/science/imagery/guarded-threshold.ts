import { normalCdf, normalQuantile } from "#science/numbers/index.ts";
import { quantileOf, robustSpread } from "./order-statistics.ts";
import { sampleUsable } from "./scene.ts";
import { otsu } from "./threshold.ts";

/** Where change begins, and how that was decided. */
export interface GuardedThreshold {
  readonly threshold: number;
  /** Share of unchanged pixels expected above the threshold, from the body of the magnitudes. */
  readonly alpha: number;
  readonly method: "otsu" | "minimum error" | "guard" | "alpha" | "history";
  /** The threshold above the median magnitude, in MAD of the magnitudes. */
  readonly aboveMad: number;
}

/** 1 where a value lies above a threshold; what is no number does not. */
export function above(values: Float32Array, threshold: number): Uint8Array {
  return Uint8Array.from(values, (value) => (value > threshold ? 1 : 0));
}

/** The threshold rests on so many magnitudes at most. */
const SAMPLE = 60_000;
/**
 * Otsu's cut parts two classes where the upper one has a middle of its own, so many times the cut. What haze, season
 * and misplaced edges leave is a tail: most of it lies just above any cut. Unchanged pairs reach 1.28, of tails of
 * inverse squares the middle is 1.41 times of the cut.
 */
const OWN_MIDDLE = 1.4;
/** Without two classes only what lies this far out is a change. */
const GUARD_MAD = 10;

/**
 * A threshold over usable magnitudes: Otsu's on their square roots where it parts two classes, otherwise a guard so
 * high that an unchanged pair has nothing above. With `alpha` it lies where that share of unchanged pixels is above.
 * Neither cut nor guard is below `floor`, the least magnitude that matters.
 */
export function guardedThreshold(
  magnitudes: Float32Array,
  usable: Uint8Array,
  { alpha, floor }: { readonly alpha: number | null; readonly floor: number },
): GuardedThreshold {
  const sample = sampleUsable(usable, SAMPLE);
  const values = new Float32Array(sample.length);
  for (let n = 0; n < values.length; n++) values[n] = magnitudes[sample[n]!]!;
  const { median, sigma } = robustSpread(values);
  const mad = Math.max(sigma, 1e-12);
  const parted = otsuOfRoots(values);
  const isBimodal = parted >= floor && hasOwnMiddle(values, parted);
  const cut = isBimodal ? valleyBelow(values, parted, floor) : parted;
  const body = bodyOf(isBimodal ? values.filter((value) => value <= cut) : values);
  const told = (threshold: number, method: GuardedThreshold["method"]): GuardedThreshold => ({
    threshold,
    alpha: method === "alpha" ? alpha! : body.shareAbove(threshold),
    method,
    aboveMad: (threshold - median) / mad,
  });
  if (alpha !== null) return told(body.quantile(1 - alpha), "alpha");
  return isBimodal ? told(cut, "otsu") : told(Math.max(median + GUARD_MAD * mad, floor), "guard");
}

function hasOwnMiddle(values: Float32Array, cut: number): boolean {
  return (
    quantileOf(
      values.filter((value) => value > cut),
      0.5,
    ) >=
    OWN_MIDDLE * cut
  );
}

/** Shares of a magnitude over which values are counted, and so many of them to either side taken together. */
const [STEP, REACH] = [0.05, 4];
/** So much of what lies below Otsu's cut is surely unchanged. */
const BODY = 0.99;

/**
 * Where values are fewest by their logarithms, between a cut and the higher of a floor and what one in a hundred below
 * the cut exceeds: among changes of unlike strength Otsu's cut lies between the weak and the strong.
 */
function valleyBelow(values: Float32Array, cut: number, floor: number): number {
  const body = bodyOf(values.filter((value) => value <= cut)).quantile(BODY);
  const steps = Math.max(Math.floor(Math.log(cut / Math.max(floor, body)) / STEP), 0);
  const counts = new Float64Array(steps + 2 * REACH + 1);
  for (const value of values) {
    const at = Math.floor(Math.log(cut / value) / STEP) + REACH;
    if (at >= 0 && at < counts.length) counts[at]!++;
  }
  const around = (k: number) => counts.slice(k, k + 2 * REACH + 1).reduce((sum, one) => sum + one, 0);
  let [least, at] = [around(0), 0];
  for (let k = 1; k <= steps; k++) if (around(k) < least) [least, at] = [around(k), k];
  return cut * Math.exp(-at * STEP);
}

function otsuOfRoots(values: Float32Array): number {
  const roots = values.map((value) => Math.sqrt(value));
  const [low, top] = [quantileOf(roots, 0.001), quantileOf(roots, 0.9995)];
  if (!(top > low)) return low * low;
  for (let i = 0; i < roots.length; i++) roots[i] = Math.max(roots[i]! - low, 0);
  return (low + otsu(roots, new Uint8Array(roots.length).fill(1), top - low)) ** 2;
}

interface Body {
  readonly quantile: (p: number) => number;
  readonly shareAbove: (magnitude: number) => number;
}

/** Unchanged magnitudes as log-normal by their median and upper quartile, where they are heaviest. */
function bodyOf(values: Float32Array): Body {
  const median = Math.log(Math.max(quantileOf(values, 0.5), 1e-12));
  const quartile = Math.log(Math.max(quantileOf(values, 0.75), 1e-12));
  const sigma = Math.max((quartile - median) / 0.6745, 1e-6);
  return {
    quantile: (p) => Math.exp(median + sigma * normalQuantile(p)),
    shareAbove: (magnitude) => normalCdf(-(Math.log(magnitude) - median) / sigma),
  };
}
