import { CompiledQuery, type Insertable } from "kysely";
import { inChunks } from "./in-chunks.ts";
import { withoutNul } from "./without-nul.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/**
 * Inserts rows that all have the columns of the first. The statement is written once for all portions of a size:
 * to have it composed for each out of every value is a seventh of an import.
 */
export async function insertRows<Table extends keyof Tables>(
  { db, dialect }: Store,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!) as (keyof Insertable<Tables[Table]> & string)[];
  let [statement, size] = ["", 0];
  for (const some of inChunks(rows)) {
    if (some.length !== size) {
      size = some.length;
      statement = insertion(dialect, table, columns, size);
    }
    const values = some.flatMap((row) => columns.map((column) => row[column]));
    // A statement of one's own does not pass the compiler, which would see to this.
    const kept = dialect === "postgres" ? values.map(withoutNul) : values;
    await db.executeQuery(CompiledQuery.raw(statement, kept));
  }
}

function insertion(
  dialect: Store["dialect"],
  table: string,
  columns: readonly string[],
  rows: number,
): string {
  let count = 0;
  const next = () => (dialect === "sqlite" ? "?" : `$${++count}`);
  const row = () => `(${columns.map(next).join(", ")})`;
  const names = columns.map((column) => `"${column}"`).join(", ");
  return `insert into "${table}" (${names}) values ${Array.from({ length: rows }, row).join(", ")}`;
}
