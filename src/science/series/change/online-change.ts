import { countRuns, normalRuns } from "./run-evidence.ts";
import { runLengths, type RunLengths } from "./run-length.ts";

/** A change that is more likely than not, somewhere in a span that the values point to. */
export interface OnlineChange {
  /** The likeliest first value after the change, by index, and its probability. */
  readonly at: number;
  readonly p: number;
  /** Places next to each other that the values made likelier than before; the change is in them with `within`. */
  readonly low: number;
  readonly high: number;
  readonly within: number;
  /** The value by which whoever had read no further would have held a change since `low` likelier than not. */
  readonly noticedAt: number | null;
}

export interface OnlineAnswer {
  /** Of the values in a run: `counts` (Poisson) where whole numbers are likelier so. */
  readonly family: "normal" | "counts";
  /** Of a change at each place, before looking: one is expected in the whole series. */
  readonly hazard: number;
  readonly changes: readonly OnlineChange[];
  /** The likeliest first value of the run that goes on at the end, and its probability. */
  readonly current: { readonly since: number; readonly p: number };
}

/** The messages take n² steps. */
const MOST_VALUES = 4000;
const LIKELIER_THAN_NOT = 0.5;

/**
 * Changes by Bayesian online change-point detection (Adams & MacKay 2007): values independent in a run, all its
 * parameters new after a change. Null beyond 4,000 values. Two or more values, finite, not all the same.
 */
export function onlineChange(values: Float64Array): OnlineAnswer | null {
  const n = values.length;
  if (n > MOST_VALUES) return null;
  const hazard = 1 / n;
  const normal = runLengths(n, normalRuns(values), hazard);
  const counts = values.every((value) => Number.isInteger(value) && value >= 0)
    ? runLengths(n, countRuns(values), hazard)
    : null;
  const isCount = counts !== null && counts.logEvidence > normal.logEvidence;
  const runs = isCount ? counts : normal;
  const now = runs.beganAt(n);
  const since = likeliest(now, 0, n - 1);
  return {
    family: isCount ? "counts" : "normal",
    hazard,
    changes: spansAbove(runs.changes, hazard).flatMap(([low, high]) => changeIn(runs, low, high)),
    current: { since, p: now[since]! },
  };
}

function changeIn(runs: RunLengths, low: number, high: number): OnlineChange[] {
  const expected = runs.changes.subarray(low, high + 1).reduce((sum, p) => sum + p, 0);
  if (expected <= LIKELIER_THAN_NOT) return [];
  const within = 1 - runs.noneWithin(low, high);
  if (within <= LIKELIER_THAN_NOT) return [];
  const at = likeliest(runs.changes, low, high);
  return [{ at, p: runs.changes[at]!, low, high, within, noticedAt: noticed(runs, low) }];
}

function noticed({ beganAt, changes }: RunLengths, low: number): number | null {
  for (let seen = low + 1; seen <= changes.length; seen++) {
    const since = beganAt(seen)
      .subarray(low)
      .reduce((sum, p) => sum + p, 0);
    if (since > LIKELIER_THAN_NOT) return seen - 1;
  }
  return null;
}

function likeliest(p: Float64Array, from: number, to: number): number {
  let best = from;
  for (let i = from; i <= to; i++) if (p[i]! > p[best]!) best = i;
  return best;
}

/** Runs of neighbouring indices whose probability is above a bound. */
function spansAbove(p: Float64Array, bound: number): [low: number, high: number][] {
  const spans: [number, number][] = [];
  p.forEach((value, i) => {
    if (value <= bound) return;
    const last = spans.at(-1);
    if (last?.[1] === i - 1) last[1] = i;
    else spans.push([i, i]);
  });
  return spans;
}
