/** Few enough that a kept statement, which holds on to its last rows, stays under a megabyte. */
const ROWS_AT_ONCE = 250;

/** The rows in the portions in which they are inserted. */
export function inChunks<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, i) => rows.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE));
}
