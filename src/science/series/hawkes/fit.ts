import { maximum } from "#science/numbers/index.ts";
import type { Baseline } from "./baseline.ts";
import { countsByType, type EventHistory } from "./event-history.ts";
import { fillKernels, prepareDesigns, type TargetDesign } from "./target-design.ts";
import { targetFitter } from "./target-fit.ts";

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

/** What a fit holds at given values: coefficients of types by [type, column] of the design, or the decay. */
export interface Held {
  readonly coefficients?: readonly {
    readonly type: number;
    readonly column: number;
    readonly value: number;
  }[];
  readonly theta?: number;
  /** Bounds of the logarithm of the decay, instead of one. */
  readonly logThetaWithin?: readonly [low: number, high: number];
}

/** Decays looked at before the peak is narrowed down, so that a second, lower peak is not taken. */
const DECAYS_TRIED = 16;
/** How closely the logarithm of the decay is found: for an answer, and for one of many simulated histories. */
const FINE = 1e-6;
export const ROUGH = 0.02;

/**
 * The maximum-likelihood fit, decay included. For a given decay the log-likelihood is concave and splits into one
 * problem per type, solved exactly; the decay is searched between the window and the short gaps of the history, to
 * within `tolerance` in its logarithm.
 */
export function fitHawkes(
  history: EventHistory,
  baseline: Baseline,
  held: Held = {},
  tolerance = FINE,
): HawkesFit {
  const designs = prepareDesigns(history, baseline);
  const problem = profileProblem(history, designs, held);
  const theta = held.theta ?? bestDecay(history, problem.logLik, tolerance, held.logThetaWithin);
  const logLik = problem.logLik(theta);
  const base = baseline.segments + 1;
  const x = problem.coefficients.map((each) => each.slice());
  return {
    baseline,
    mu: x.map((each) => each.slice(0, base)),
    a: x.map((each) => each.slice(base)),
    theta,
    logLik,
  };
}

function profileProblem(history: EventHistory, designs: readonly TargetDesign[], held: Held) {
  const counts = countsByType(history);
  const base = designs[0]!.width - history.typeCount;
  const masks = designs.map(({ width }) => new Uint8Array(width));
  const coefficients = designs.map(({ width, totals }, i) => {
    const x = new Float64Array(width).fill(0.25 / history.typeCount, base);
    const level = counts[i]! / (2 * history.duration);
    return x.fill(level, 0, base).map((value, k) => (k < base && totals[k] === 0 ? 0 : value));
  });
  for (const { type, column, value } of held.coefficients ?? []) {
    masks[type]![column] = 1;
    coefficients[type]![column] = value;
  }
  const fitters = designs.map(targetFitter);
  const starts = coefficients.map((x) => x.slice());
  const logLik = (theta: number, lastGain = 1e-5) => {
    fillKernels(designs, history, theta);
    return fitters.reduce((sum, fit, i) => {
      const x = coefficients[i]!;
      const value = fit(x, masks[i]!, lastGain);
      // What was best for the last decay can leave an event without any rate under this one.
      return sum + (value > -Infinity ? value : fit(restarted(x, starts[i]!), masks[i]!, lastGain));
    }, 0);
  };
  return { logLik, coefficients };
}

function restarted(x: Float64Array, start: Float64Array): Float64Array {
  x.set(start);
  return x;
}

function bestDecay(
  history: EventHistory,
  logLik: (theta: number, lastGain?: number) => number,
  tolerance: number,
  [least, most]: readonly [number, number] = [-Infinity, Infinity],
): number {
  const at = (u: number) => logLik(Math.exp(u));
  const tried = decaysTried(decayRange(history), least, most);
  const values = tried.map((u) => logLik(Math.exp(u), 1e-2));
  const best = values.indexOf(Math.max(...values));
  const [from, to] = [tried[Math.max(0, best - 1)]!, tried[Math.min(tried.length - 1, best + 1)]!];
  if (to - from < tolerance) return Math.exp(from);
  const inside = maximum(at, from, to, tolerance);
  const isAtBound = (best === 0 || best === tried.length - 1) && at(tried[best]!) >= inside.value;
  return Math.exp(isAtBound ? tried[best]! : inside.x);
}

/** The same decays for every bound, so that two searches of one history find the same peaks; then the bounds. */
function decaysTried([slowest, fastest]: readonly [number, number], least: number, most: number): number[] {
  const step = (fastest - slowest) / (DECAYS_TRIED - 1);
  const all = Array.from({ length: DECAYS_TRIED }, (_, k) => slowest + k * step);
  const within = all.filter((u) => u > least && u < most);
  return [...(least > -Infinity ? [least] : []), ...within, ...(most < Infinity ? [most] : [])];
}

/**
 * ln of the slowest decay, one window long, and of the fastest, a tenth of the gap that one in twenty is below; where
 * times were rounded, none that is over within the unit, which only the lost order could tell.
 */
export function decayRange({ times, duration, unit }: EventHistory): readonly [number, number] {
  const gaps = times.slice(1).map((time, n) => time - times[n]!);
  const positive = gaps.filter((gap) => gap > 0).sort();
  const short = positive[Math.floor(positive.length / 20)] ?? duration / times.length;
  return [-Math.log(duration), -Math.log(Math.max(short / 10, Math.min(unit ?? 0, duration / 10)))];
}
