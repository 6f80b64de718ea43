import type { Baseline } from "./baseline.ts";
import { decaySearch } from "./decay-search.ts";
import type { EventHistory } from "./event-history.ts";
import type { Held } from "./held.ts";

/** A Hawkes process with kernels a·θ·exp(−θt): type j's events raise the rate of type i by a[i][j] in sum. */
export interface HawkesModel {
  readonly baseline: Baseline;
  /** Per type: the coefficients of the baseline functions; one, the rate μ, for a constant baseline. */
  readonly mu: readonly Float64Array[];
  readonly a: readonly Float64Array[];
  readonly theta: number;
}

export interface HawkesFit extends HawkesModel {
  readonly logLik: number;
}

/** The fits of one history, which share what they have in common. */
export interface HawkesFits {
  readonly history: EventHistory;
  readonly baseline: Baseline;
  /** Without anything held it is worked out once. To within a share of a standard error of the decay's logarithm: FINE for an answer, ROUGH for one of many. */
  readonly fit: (held?: Held, tolerance?: number) => HawkesFit;
}

const FINE = 1e-4;
export const ROUGH = 0.03;

/** The maximum-likelihood fit, decay included. */
export function fitHawkes(history: EventHistory, baseline: Baseline, held?: Held): HawkesFit {
  return hawkesFits(history, baseline).fit(held);
}

/**
 * Maximum-likelihood fits, decay included. For a given decay the log-likelihood is concave and splits into one
 * problem per type, solved exactly; the decay is searched between the window and the short gaps of the history.
 */
export function hawkesFits(history: EventHistory, baseline: Baseline): HawkesFits {
  const search = decaySearch(history, baseline);
  const base = baseline.segments + 1;
  const free = new Map<number, HawkesFit>();
  const fitted = (held: Held, tolerance: number): HawkesFit => {
    const { log, solved, logLik } = search(held, tolerance);
    return {
      baseline,
      mu: solved.map(({ x }) => x.slice(0, base)),
      a: solved.map(({ x }) => x.slice(base)),
      theta: held.theta ?? Math.exp(log),
      logLik,
    };
  };
  const fit = (held?: Held, tolerance = FINE): HawkesFit => {
    if (held !== undefined) return fitted(held, tolerance);
    const known = free.get(tolerance) ?? fitted({}, tolerance);
    free.set(tolerance, known);
    return known;
  };
  return { history, baseline, fit };
}
