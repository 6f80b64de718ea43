import type { Random } from "#science/numbers/index.ts";

/** Events that call forth others: rate μ + n Σ β exp(−β·age), in events per unit of time. Hawkes 1971. */
export interface SelfExciting {
  readonly background: number;
  /** Events called forth by each, on average; below 1. */
  readonly branching: number;
  readonly decay: number;
}

const MOST_BRANCHING = 0.95;
const DECAY_RATIO = 1.6;

/**
 * Maximum likelihood from sorted times in a span. At the maximum the expected count is the count, which leaves
 * one concave search over the branching for each decay of a geometric grid: coarse, but fast enough for the
 * thousands of fits that a p takes. Ozaki 1979 for the recursion.
 */
export function fitSelfExciting(times: Float64Array, from: number, to: number): SelfExciting {
  const span = to - from;
  const n = times.length;
  const rate = n / span;
  let best: SelfExciting = { background: rate, branching: 0, decay: rate };
  let bestLogLikelihood = n * Math.log(rate);
  const excitement = new Float64Array(n);
  for (let decay = 3 / span; decay < 30 * rate; decay *= DECAY_RATIO) {
    const reach = excite(times, decay, to, excitement);
    const branching = bestBranching(excitement, reach, span);
    const background = (n - branching * reach) / span;
    let logLikelihood = 0;
    for (let i = 0; i < n; i++) logLikelihood += Math.log(background + branching * excitement[i]!);
    if (logLikelihood > bestLogLikelihood) {
      bestLogLikelihood = logLikelihood;
      best = { background, branching, decay };
    }
  }
  return best;
}

/** Fills in Σ β exp(−β·age) over earlier events; answers the expected count per unit of branching. */
function excite(times: Float64Array, decay: number, to: number, excitement: Float64Array): number {
  let sum = 0;
  let reach = 0;
  for (let i = 0; i < times.length; i++) {
    sum = i === 0 ? 0 : (sum + 1) * Math.exp(-decay * (times[i]! - times[i - 1]!));
    excitement[i] = decay * sum;
    reach += 1 - Math.exp(-decay * (to - times[i]!));
  }
  return reach;
}

/** Where the derivative of the log-likelihood crosses 0, by bisection; it falls throughout. */
function bestBranching(excitement: Float64Array, reach: number, span: number): number {
  const n = excitement.length;
  const slope = (branching: number) => {
    const background = (n - branching * reach) / span;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      sum += (excitement[i]! - reach / span) / (background + branching * excitement[i]!);
    }
    return sum;
  };
  let [low, high] = [0, MOST_BRANCHING];
  if (slope(low) <= 0) return 0;
  if (slope(high) >= 0) return MOST_BRANCHING;
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How many times more power than Poisson events such events have at an angular frequency. Hawkes 1971, eq. 20. */
export function relativePower({ branching, decay }: SelfExciting, omega: number): number {
  return (decay ** 2 + omega ** 2) / ((decay * (1 - branching)) ** 2 + omega ** 2);
}

/** Sorted times in the span, begun early enough to be stationary, by thinning. Ogata 1981; at most `most` of them. */
export function drawSelfExciting(
  { background, branching, decay }: SelfExciting,
  { from, to, most }: { readonly from: number; readonly to: number; readonly most: number },
  random: Random,
): Float64Array {
  const times: number[] = [];
  let time = from - Math.min(to - from, 8 / (decay * (1 - branching)));
  let excitement = 0;
  while (times.length < most) {
    const bound = background + excitement;
    const wait = -Math.log(1 - random()) / bound;
    time += wait;
    if (time >= to) break;
    excitement *= Math.exp(-decay * wait);
    if (random() * bound > background + excitement) continue;
    excitement += branching * decay;
    if (time >= from) times.push(time);
  }
  return Float64Array.from(times);
}
