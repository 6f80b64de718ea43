import { logBetaInc, logGammaP } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";
import { fitLogLinear, type Counted, type LogLinear } from "./log-linear.ts";
import { baselineOf, type TrailingWindow } from "./trailing-window.ts";

/** A count, and how much was looked at to find it. */
export interface ExposedCount {
  readonly count: number;
  readonly exposure: number;
}

/** A count against what its baseline leads to expect. */
export interface CountReading {
  readonly expected: number;
  /** Of the baseline: variance = mean + dispersion·mean². */
  readonly dispersion: number;
  /** Whether the expectation follows a trend of the baseline. */
  readonly followsTrend: boolean;
  /** ln P(as many or more); P itself is 0 beyond 1e-308, its logarithm is not. */
  readonly logP: number;
  readonly p: number;
}

const LEAST_BASELINE = 10;
/** Anscombe residuals beyond this are outbreaks of the past and weigh less. Noufaily et al. 2013. */
const OUTBREAK = 2.58;

/**
 * The upper tail of a count under a negative binomial around a trailing baseline that leaves out the most recent
 * counts. Farrington et al. 1996, JRSS A 159:547; Noufaily et al. 2013, Stat. Med. 32:1206 (over-dispersion, trend
 * if it is significant, past outbreaks down-weighted; no season). Null where the baseline is all 0.
 */
export function countBaseline(
  counts: readonly ExposedCount[],
  index: number,
  window: TrailingWindow,
): CountReading | null {
  const baseline = baselineOf(index, window);
  if (baseline.length < LEAST_BASELINE) {
    throw new SeriesRefused(
      "too-few",
      `value ${index + 1} has a baseline of ${baseline.length}`,
      `at least ${LEAST_BASELINE} values before the latest ${window.gap} would be enough`,
    );
  }
  const rows = baseline.map((x): Counted => ({ x, ...counts[x]!, weight: 1 }));
  if (rows.every(({ count }) => count === 0)) return null;
  const { count, exposure } = counts[index]!;
  const fit = fitBaseline(rows, index);
  const distance = index - fit.centre;
  const expected = exposure * Math.exp(fit.level + fit.slope * distance);
  const uncertainty = fit.levelVariance + distance ** 2 * fit.slopeVariance;
  const variance = expected + expected ** 2 * (fit.dispersion + uncertainty);
  const logP = negativeBinomialLogTail(count, expected, variance);
  return { expected, dispersion: fit.dispersion, followsTrend: fit.slope !== 0, logP, p: Math.exp(logP) };
}

/** A trend is followed where it is twice its standard error and leads no further than the baseline has been. */
function fitBaseline(rows: readonly Counted[], index: number): LogLinear {
  const level = fitLogLinear(downweighted(rows, fitLogLinear(rows, false)), false);
  const trend = fitLogLinear(downweighted(rows, fitLogLinear(rows, true)), true);
  const led = Math.exp(trend.level + trend.slope * (index - trend.centre));
  const highest = rows.reduce((top, { count, exposure }) => Math.max(top, count / exposure), 0);
  const isClear = Math.abs(trend.slope) > 1.96 * Math.sqrt(trend.slopeVariance);
  return isClear && led <= highest ? trend : level;
}

function downweighted(rows: readonly Counted[], fit: LogLinear): Counted[] {
  const weights = rows.map(({ x, count, exposure }) => {
    const mean = exposure * Math.exp(fit.level + fit.slope * (x - fit.centre));
    const residual =
      (1.5 * (count ** (2 / 3) - mean ** (2 / 3))) / mean ** (1 / 6) / Math.sqrt(1 + fit.dispersion * mean);
    return residual > OUTBREAK ? residual ** -2 : 1;
  });
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return rows.map((row, i) => ({ ...row, weight: weights[i]! / mean }));
}

/** ln P(X ≥ count) of a negative binomial by mean and variance; Poisson where the variance is no more than the mean. */
export function negativeBinomialLogTail(count: number, mean: number, variance: number): number {
  if (count <= 0) return 0;
  if (variance <= mean * (1 + 1e-9)) return logGammaP(count, mean);
  const size = mean ** 2 / (variance - mean);
  return logBetaInc(count, size, mean / (mean + size), size / (mean + size));
}
