import { baselineAt, type HarmonicBasis } from "./harmonic-basis.ts";
import type { Baseline } from "./robust-baseline.ts";

export interface AlarmRule {
  /** Consecutive clear anomalies of one sign that make an alarm. */
  readonly consecutive: number;
  /** Anomalies lie this many sigmas from the baseline. */
  readonly sigmas: number;
  /** No sigma is taken to be smaller, in the unit of the values. */
  readonly leastSigma: number;
}

/** The first date of a run of anomalies that became long enough. */
export interface SeriesAlarm {
  readonly from: number;
  /** The date that made the run long enough. */
  readonly confirmed: number;
  readonly sign: 1 | -1;
}

/** The first alarm among clear dates from `start` on, null where there is none. Zhu & Woodcock 2014; COLD, Zhu 2020. */
export function firstAlarm(
  basis: HarmonicBasis,
  { model, sigma }: Baseline,
  {
    values,
    clear,
    start,
  }: { readonly values: ArrayLike<number>; readonly clear: ArrayLike<number>; readonly start: number },
  { consecutive, sigmas, leastSigma }: AlarmRule,
): SeriesAlarm | null {
  const limit = sigmas * Math.max(sigma, leastSigma);
  const dates = basis.rows.length / basis.columns;
  let [run, runSign, from] = [0, 0, -1];
  for (let t = start; t < dates; t++) {
    if (clear[t] !== 1 || !Number.isFinite(values[t]!)) continue;
    const off = values[t]! - baselineAt(basis, t, model);
    const sign = off > limit ? 1 : off < -limit ? -1 : 0;
    if (sign === 0 || sign !== runSign) {
      run = 0;
      from = t;
    }
    runSign = sign;
    if (sign !== 0 && ++run >= consecutive) return { from, confirmed: t, sign: sign as 1 | -1 };
  }
  return null;
}
