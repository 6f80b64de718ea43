/** What a segment costs: −2 ln likelihood of its values, constants left out. */
export type SegmentCost = (from: number, to: number) => number;

/** Sums from the start, so that any segment is told in constant time. */
export class RunningSums {
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;

  /** Values are taken about their mean, so that squares do not cancel. */
  constructor(values: Float64Array) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    this.#sums = new Float64Array(values.length + 1);
    this.#squares = new Float64Array(values.length + 1);
    values.forEach((value, i) => {
      this.#sums[i + 1] = this.#sums[i]! + (value - mean);
      this.#squares[i + 1] = this.#squares[i]! + (value - mean) ** 2;
    });
  }

  /** Sum of the values in [from, to), each about the mean of all. */
  sum(from: number, to: number): number {
    return this.#sums[to]! - this.#sums[from]!;
  }

  /** Squared deviations from the mean of the values in [from, to). */
  squaredError(from: number, to: number): number {
    const sum = this.sum(from, to);
    return Math.max(0, this.#squares[to]! - this.#squares[from]! - (sum * sum) / (to - from));
  }
}

/** A change of level under noise of one known variance. */
export function levelCost(sums: RunningSums, variance: number): SegmentCost {
  return (from, to) => sums.squaredError(from, to) / variance;
}

/** A change of level, of variance, or of both; no segment is taken to vary less than the least variance. */
export function levelAndVarianceCost(sums: RunningSums, leastVariance: number): SegmentCost {
  return (from, to) => {
    const n = to - from;
    return n * Math.log(Math.max(leastVariance, sums.squaredError(from, to) / n));
  };
}

/**
 * Where the segments begin, the first left out, in the segmentation of n values of least cost plus penalty for
 * each change: exact, by pruned dynamic programming (PELT). Killick, Fearnhead & Eckley 2012, JASA 107:1590.
 */
export function segment(n: number, cost: SegmentCost, penalty: number, shortest: number): number[] {
  const best = new Float64Array(n + 1).fill(Infinity);
  const last = new Int32Array(n + 1);
  best[0] = -penalty;
  let candidates = [0];
  for (let to = shortest; to <= n; to++) {
    for (const from of candidates) {
      const total = best[from]! + cost(from, to) + penalty;
      if (total < best[to]!) {
        best[to] = total;
        last[to] = from;
      }
    }
    candidates = candidates.filter((from) => best[from]! + cost(from, to) <= best[to]!);
    const next = to + 1 - shortest;
    if (next >= shortest) candidates.push(next);
  }
  const starts: number[] = [];
  for (let at = last[n]!; at > 0; at = last[at]!) starts.unshift(at);
  return starts;
}
