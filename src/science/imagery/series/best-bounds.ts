import type { StretchFits } from "./stretch-fits.ts";

export interface BoundsQuestion {
  /** Where stretches may begin and end: 0, the length and what lies between, ascending. */
  readonly edges: readonly number[];
  /** No stretch has fewer dates. */
  readonly shortest: number;
  /** What each further stretch costs. */
  readonly penalty: number;
  /** No date costs more than this squared. */
  readonly limit: number;
}

/** Where the cheapest stretches begin, the first at 0 left out: exact among the edges. Jackson et al. 2005. */
export function bestBounds(fits: StretchFits, { edges, shortest, penalty, limit }: BoundsQuestion): number[] {
  const best = new Float64Array(edges.length).fill(Infinity);
  const from = new Int32Array(edges.length);
  best[0] = 0;
  for (let end = 1; end < edges.length; end++) {
    for (let start = 0; edges[end]! - edges[start]! >= shortest; start++) {
      if (best[start] === Infinity) continue;
      const cost = best[start]! + penalty + fits.cost(edges[start]!, edges[end]!, limit);
      if (cost < best[end]!) [best[end], from[end]] = [cost, start];
    }
  }
  const bounds: number[] = [];
  for (let end = from.at(-1)!; end > 0; end = from[end]!) bounds.unshift(edges[end]!);
  return bounds;
}
