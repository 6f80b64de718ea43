import { logSumExp } from "#science/numbers/index.ts";
import type { RunEvidence } from "./run-evidence.ts";

/** What is known of runs in n values, a new one beginning at each place after the first with the hazard. */
export interface RunLengths {
  /** Of a new run at each index, all values seen; 0 at index 0, which is no change. */
  readonly changes: Float64Array;
  /** ln of the probability of all values. */
  readonly logEvidence: number;
  /** Of the current run having begun at each index, only the first `seen` values seen: the run-length posterior. */
  readonly beganAt: (seen: number) => Float64Array;
  /** Of no new run from index `low` to `high`, both included, all values seen. */
  readonly noneWithin: (low: number, high: number) => number;
}

/**
 * The exact run-length posterior under a constant hazard (Adams & MacKay 2007, arXiv 0710.3742), by messages forward,
 * and with messages backward what the whole series says of each place (Fearnhead 2006, Stat. Comput. 16:203).
 */
export function runLengths(n: number, evidence: RunEvidence, hazard: number): RunLengths {
  if (!(hazard > 0 && hazard < 1)) throw new RangeError(`hazard ${hazard}; expected one between 0 and 1`);
  const [begins, goesOn] = [Math.log(hazard), Math.log1p(-hazard)];
  const run = (from: number, to: number) => evidence(from, to) + (to - from - 1) * goesOn;
  const joint = (before: Float64Array, seen: number) =>
    Float64Array.from(
      { length: seen },
      (_, from) => before[from]! + (from > 0 ? begins : 0) + run(from, seen),
    );
  const forward = (mayBegin: (at: number) => boolean): Float64Array => {
    const before = new Float64Array(n + 1);
    for (let seen = 1; seen <= n; seen++) {
      const total = logSumExp(joint(before, seen));
      before[seen] = seen === n || mayBegin(seen) ? total : -Infinity;
    }
    return before;
  };
  const before = forward(() => true);
  const after = new Float64Array(n + 1);
  for (let from = n - 1; from >= 0; from--) {
    after[from] = logSumExp(
      Float64Array.from({ length: n - from }, (_, i) => {
        const to = from + 1 + i;
        return run(from, to) + (to < n ? begins + after[to]! : 0);
      }),
    );
  }
  const logEvidence = before[n]!;
  return {
    logEvidence,
    changes: Float64Array.from({ length: n }, (_, at) =>
      at === 0 ? 0 : Math.exp(before[at]! + begins + after[at]! - logEvidence),
    ),
    beganAt: (seen) => joint(before, seen).map((log) => Math.exp(log - before[seen]!)),
    noneWithin: (low, high) => Math.exp(forward((at) => at < low || at > high)[n]! - logEvidence),
  };
}
