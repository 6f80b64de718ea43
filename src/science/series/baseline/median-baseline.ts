import { SeriesRefused } from "../series-error.ts";
import { baselineOf, type TrailingWindow } from "./trailing-window.ts";

/** A measurement against the middle of its baseline. */
export interface MedianReading {
  readonly median: number;
  /** Spread of the baseline as a standard deviation: 1.4826 times its median absolute deviation. */
  readonly sd: number;
  /** How many of those the value is above the median. */
  readonly z: number;
}

const LEAST_BASELINE = 10;
const NORMAL_MAD = 1.482602218505602;

/** A value by the median and the median absolute deviation of its trailing baseline, which a few outliers do not move. Hampel 1974. */
export function medianBaseline(values: Float64Array, index: number, window: TrailingWindow): MedianReading {
  const baseline = Float64Array.from(baselineOf(index, window), (i) => values[i]!);
  if (baseline.length < LEAST_BASELINE) {
    throw new SeriesRefused(
      "too-few",
      `value ${index + 1} has a baseline of ${baseline.length}`,
      `at least ${LEAST_BASELINE} values before the latest ${window.gap} would be enough`,
    );
  }
  const median = medianOf(baseline);
  const sd = NORMAL_MAD * medianOf(baseline.map((value) => Math.abs(value - median)));
  if (sd === 0) {
    throw new SeriesRefused(
      "no-variance",
      `more than half of the baseline of value ${index + 1} is ${median}`,
      "a longer window, or a baseline for counts, would be enough",
    );
  }
  return { median, sd, z: (values[index]! - median) / sd };
}

function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
