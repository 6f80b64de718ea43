import { peakWithin } from "#science/numbers/index.ts";
import type { Baseline } from "./baseline.ts";
import { decaySolver, type Solved } from "./decay-solver.ts";
import type { EventHistory } from "./event-history.ts";
import type { Held, HeldCoefficient } from "./held.ts";

/** A decay by its logarithm, with the best coefficients there. */
export interface Decay {
  readonly log: number;
  readonly solved: readonly Solved[];
  readonly logLik: number;
}

type DecayAt = (log: number, from?: readonly Solved[]) => Decay;

/** Decays looked at before the peak is narrowed down, so that a second, lower peak is not taken. */
const DECAYS_TRIED = 16;
/** How exactly those are solved; see `targetFitter`. */
const GAIN_TRIED = 1e-2;

/** Searches one history for the decay that makes it likeliest, to within `tolerance` standard errors of its logarithm. */
export function decaySearch(
  history: EventHistory,
  baseline: Baseline,
): (held: Held, tolerance: number) => Decay {
  const tried = decaysTried(history);
  const solve = decaySolver(history, baseline, tried);
  const scan = (held: readonly HeldCoefficient[], free?: readonly Decay[]) => {
    let from: Solved[] | undefined;
    return tried.map((log, k) => {
      from = solve(log, { held, lastGain: GAIN_TRIED, from, free: free?.[k]!.solved });
      return decayOf(log, from);
    });
  };
  let free: Decay[] | undefined;
  return ({ coefficients: held = [], theta, logThetaWithin }, tolerance) => {
    const at = (log: number, from?: readonly Solved[]) =>
      decayOf(log, solve(log, { held, lastGain: tolerance ** 2, from }));
    if (theta !== undefined) return at(Math.log(theta));
    free ??= scan([]);
    const all = held.length === 0 ? free : scan(held, free);
    return highest(logThetaWithin === undefined ? all : bounded(all, logThetaWithin, at), at, tolerance);
  };
}

function decayOf(log: number, solved: readonly Solved[]): Decay {
  return { log, solved, logLik: solved.reduce((sum, { logLik }) => sum + logLik, 0) };
}

/** The same decays for every bound, so that two searches of one history find the same peaks; then the bounds. */
function bounded(all: readonly Decay[], [least, most]: readonly [number, number], at: DecayAt): Decay[] {
  const within = all.filter(({ log }) => log > least && log < most);
  return [
    ...(least > -Infinity ? [at(least, within[0]?.solved)] : []),
    ...within,
    ...(most < Infinity ? [at(most, within.at(-1)?.solved)] : []),
  ];
}

function highest(decays: readonly Decay[], at: DecayAt, tolerance: number): Decay {
  const k = decays.reduce((best, { logLik }, n) => (logLik > decays[best]!.logLik ? n : best), 0);
  const top = at(decays[k]!.log, decays[k]!.solved);
  const [low, high] = [decays[k - 1], decays[k + 1]];
  const bracket = low && high ? ([low, top, high] as const) : insideEnd(top, low ?? high, at);
  if (bracket === null) return top;
  const { solved } = bracket[1];
  const [a, b, c] = bracket.map(({ log, logLik }) => ({ x: log, value: logLik }));
  return at(
    peakWithin((log) => at(log, solved).logLik, [a!, b!, c!], tolerance ** 2),
    solved,
  );
}

const MOST_HALVINGS = 5;

/** Points around a peak between the end of a range and the next point; null where the function falls from the end. */
function insideEnd(end: Decay, next: Decay | undefined, at: DecayAt) {
  let beyond = next;
  for (let n = 0; n < MOST_HALVINGS && beyond !== undefined; n++) {
    const half = at((end.log + beyond.log) / 2, end.solved);
    const [rise, riseBeyond] = [half.logLik - end.logLik, beyond.logLik - end.logLik];
    if (rise > 0) return end.log < half.log ? ([end, half, beyond] as const) : ([beyond, half, end] as const);
    // The slope at the end of the parabola through the three.
    if (!(4 * rise > riseBeyond)) return null;
    beyond = half;
  }
  return null;
}

function decaysTried(history: EventHistory): number[] {
  const [slowest, fastest] = decayRange(history);
  const step = (fastest - slowest) / (DECAYS_TRIED - 1);
  return Array.from({ length: DECAYS_TRIED }, (_, k) => slowest + k * step);
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
