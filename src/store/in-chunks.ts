/** Rows per statement: SQLite takes 32 766 parameters at once, PostgreSQL 65 535. */
const ROWS_AT_ONCE = 1000;

export function inChunks<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, i) => rows.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE));
}
