import { logGamma, logSumExp } from "#science/numbers/index.ts";
import type { RunningSums } from "./segmentation.ts";

/** What may change from one segment to the next. */
export type ChangeIn = "level" | "level and variance";

/** The first index of the second segment, and a span around it. */
export interface Location {
  readonly at: number;
  readonly low: number;
  readonly high: number;
  /** The probability that the span holds it. */
  readonly within: number;
}

/**
 * ln of the posterior of a change at each index of [from + shortest, to − shortest], levels and variances
 * integrated out under flat and 1/σ² priors. Smith 1975, Biometrika 62:407. `information` discounts values that
 * are not independent: (1 − ρ)/(1 + ρ) for red noise.
 */
export function changePosterior(
  sums: RunningSums,
  { from, to, shortest }: { readonly from: number; readonly to: number; readonly shortest: number },
  changeIn: ChangeIn,
  information: number,
): Float64Array {
  const count = Math.max(0, to - from - 2 * shortest + 1);
  const floor = 1e-12 * sums.squaredError(from, to);
  const logs = Float64Array.from({ length: count }, (_, i) => {
    const at = from + shortest + i;
    const [left, right] = [at - from, to - at];
    const [errorLeft, errorRight] = [sums.squaredError(from, at), sums.squaredError(at, to)];
    if (changeIn === "level") {
      const error = Math.max(floor, errorLeft + errorRight);
      return (-information * (to - from - 2) * Math.log(error)) / 2 - Math.log(left * right) / 2;
    }
    return (
      segmentEvidence(left, errorLeft + floor, information) +
      segmentEvidence(right, errorRight + floor, information)
    );
  });
  const total = logSumExp(logs);
  return logs.map((log) => log - total);
}

function segmentEvidence(n: number, error: number, information: number): number {
  const freedom = Math.max(0.5, information * (n - 1)) / 2;
  return logGamma(freedom) - freedom * Math.log(error) - Math.log(n) / 2;
}

/**
 * The likeliest index and the shortest run of indices around it whose probability comes nearest to `mass`: a span
 * that always holds at least as much holds several per cent more where an index or two is all it takes.
 */
export function shortestSpan(logPosterior: Float64Array, first: number, mass: number): Location {
  const p = logPosterior.map(Math.exp);
  let at = 0;
  for (let i = 1; i < p.length; i++) if (p[i]! > p[at]!) at = i;
  let [low, high, within] = [at, at, p[at]!];
  while (low > 0 || high < p.length - 1) {
    const takesLeft = low > 0 && (high === p.length - 1 || p[low - 1]! >= p[high + 1]!);
    const more = within + p[takesLeft ? low - 1 : high + 1]!;
    if (Math.abs(more - mass) >= Math.abs(within - mass)) break;
    within = more;
    if (takesLeft) low--;
    else high++;
  }
  return { at: first + at, low: first + low, high: first + high, within };
}
