import type { Store } from "../store.ts";

/** The names of a column's type: text compares by code point on both databases, whatever the server's locale. */
export interface ColumnTypes {
  readonly text: string;
  readonly count: string;
  readonly number: string;
  readonly bytes: string;
}

export function columnTypes(dialect: Store["dialect"]): ColumnTypes {
  return dialect === "sqlite"
    ? { text: "text", count: "integer", number: "real", bytes: "blob" }
    : { text: 'text collate "C"', count: "bigint", number: "double precision", bytes: "bytea" };
}
