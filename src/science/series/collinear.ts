import { solveSymmetric } from "./solve-symmetric.ts";

/** A covariate that earlier ones foretell in every row. */
export interface Collinear {
  readonly place: number;
  /** Those it is a combination of, besides a constant. */
  readonly of: readonly number[];
}

/** The share of its variance that is left where a covariate is a combination of others, but for rounding. */
const LEFT = 1e-9;
/** In standard deviations: what takes no more part than this in a combination is rounding. */
const PART = 1e-4;

/** The first covariate that is a linear combination of those before it; null for none. Every one must vary. */
export function collinearCovariate(rows: readonly (readonly number[])[]): Collinear | null {
  const columns = (rows[0] ?? []).map((_, k) => standardised(rows.map((row) => row[k]!)));
  const correlations = columns.map((a) => columns.map((b) => a.reduce((sum, x, n) => sum + x * b[n]!, 0)));
  for (let place = 1; place < columns.length; place++) {
    const earlier = correlations.slice(0, place).map((row) => row.slice(0, place));
    const own = correlations[place]!.slice(0, place);
    const parts = solveSymmetric(earlier, own) ?? [];
    if (1 - parts.reduce((sum, part, k) => sum + part * own[k]!, 0) > LEFT) continue;
    return { place, of: [...parts.keys()].filter((k) => Math.abs(parts[k]!) > PART) };
  }
  return null;
}

/** With mean 0 and squares that sum to 1. */
function standardised(column: readonly number[]): number[] {
  const mean = column.reduce((sum, x) => sum + x / column.length, 0);
  const length = Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0));
  return column.map((x) => (x - mean) / length);
}
