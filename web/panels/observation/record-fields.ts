import { readCsv } from "#science/text/tables/index.ts";

/** A row of a table as pairs of column and value; null where it is no such row. */
export function recordFields(header: string | null, row: string): [string, string][] | null {
  if (header === null) return null;
  const table = readCsv(`${header}\n${row}\n`);
  const [first] = table.rows;
  if (table.faults.length > 0 || !first || "wrong" in first) return null;
  return table.header.fields.map((name, i) => [name, first.fields[i] ?? ""]);
}
