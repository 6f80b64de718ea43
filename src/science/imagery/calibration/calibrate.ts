import { betaQuantile } from "#science/numbers/index.ts";
import { selectInPlace } from "../order-statistics.ts";

/** A threshold learnt from a place's own past, and how it fared on stretches of the past it had not seen. */
export interface Calibration {
  readonly threshold: number;
  /** The share of unchanged pixels that was to lie above. */
  readonly stated: number;
  /** The share that did, each stretch judged by a threshold from the others. */
  readonly measured: number;
  /** The least and the largest share among the stretches. */
  readonly range: readonly [number, number];
  readonly stretches: number;
}

/**
 * The threshold that a share `alpha` of unchanged magnitudes lies above, from stretches of a place's own history
 * (dates, blocks of pixels): NaN does not count. RangeError for fewer than three stretches, or fewer values than show
 * such a share.
 */
export function calibrate(history: readonly Float32Array[], alpha: number): Calibration {
  if (history.length < 3)
    throw new RangeError(`${history.length} stretches of history; at least 3 are needed`);
  const clean = history.map((stretch) => stretch.filter((value) => !Number.isNaN(value)));
  const total = clean.reduce((sum, { length }) => sum + length, 0);
  if (total * alpha < 3) throw new RangeError(`${total} values cannot show a share of ${alpha}`);
  const shares = clean.map((stretch, k) => {
    const threshold = upperQuantile(
      clean.filter((_, other) => other !== k),
      alpha,
    );
    return stretch.reduce((sum, value) => sum + (value > threshold ? 1 : 0), 0) / Math.max(stretch.length, 1);
  });
  const measured = shares.reduce((sum, share, k) => sum + share * clean[k]!.length, 0) / total;
  return {
    threshold: upperQuantile(clean, alpha),
    stated: alpha,
    measured,
    range: [Math.min(...shares), Math.max(...shares)],
    stretches: history.length,
  };
}

function upperQuantile(stretches: readonly Float32Array[], alpha: number): number {
  const all = new Float32Array(stretches.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const stretch of stretches) {
    all.set(stretch, filled);
    filled += stretch.length;
  }
  return selectInPlace(all, all.length, Math.min(all.length - 1, Math.floor((1 - alpha) * all.length)));
}

/** The 90 % interval of a share of which `hits` of `trials` were seen, by Jeffreys' prior. */
export function shareInterval(hits: number, trials: number): readonly [number, number] {
  return [
    betaQuantile(0.05, hits + 0.5, trials - hits + 0.5),
    betaQuantile(0.95, hits + 0.5, trials - hits + 0.5),
  ];
}
