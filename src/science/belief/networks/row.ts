import type { NetworkFault } from "./belief-error.ts";

/** Published tables are rounded to a few decimals; 0.333 three times is a rounding, 0.9 is a mistake. */
export const ROW_SUM_TOLERANCE = 1e-3;

/** Lets a shortfall of exactly the tolerance through when its own sum is rounded. */
const SLACK = 1e-12;

/**
 * Copies one row of a conditional table, divided by its sum where that differs from 1 by more than the rounding of
 * the summation itself (so that a written network reads back bit for bit). Returns what is wrong, or nothing.
 */
export function normaliseRow(
  given: ArrayLike<number>,
  row: Float64Array,
): { fault: NetworkFault; problem: string; remedy: string } | undefined {
  if (given.length !== row.length) {
    const remedy = `one per state is right: ${row.length}`;
    return { fault: "row-length", problem: `has ${given.length} numbers`, remedy };
  }
  let sum = 0;
  for (let state = 0; state < row.length; state++) {
    const p = given[state]!;
    if (!(p >= 0 && p < Infinity)) {
      return {
        fault: "bad-entry",
        problem: `has the entry ${p}`,
        remedy: "entries are probabilities from 0 to 1",
      };
    }
    row[state] = p;
    sum += p;
  }
  const gap = Math.abs(sum - 1);
  if (gap > ROW_SUM_TOLERANCE + SLACK) {
    return {
      fault: "row-sum",
      problem: `sums to ${Number(sum.toPrecision(12))}`,
      remedy: `1 is right, rounding up to ${ROW_SUM_TOLERANCE} is forgiven`,
    };
  }
  if (gap <= row.length * Number.EPSILON) return undefined;
  for (let state = 0; state < row.length; state++) row[state]! /= sum;
  return undefined;
}
