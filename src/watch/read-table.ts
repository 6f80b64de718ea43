import type { z } from "zod";
import type { InputIssue } from "#model/input-error.ts";
import {
  fieldPlace,
  missingColumns,
  nearest,
  readCsv,
  type CsvFault,
  type CsvRow,
} from "#science/text/tables/index.ts";
import { rightOf, shown } from "./explain-issue.ts";
import type { Located, Path } from "./located.ts";

/** How the rows of a table become values of a schema. */
export interface TableLayout<T, C extends string> {
  readonly columns: readonly C[];
  /** Columns that may be absent, and are then empty. */
  readonly optional?: readonly C[];
  readonly schema: z.ZodType<T>;
  /** The value before the schema has seen it, from cells named by column. */
  readonly valueOf: (cells: Readonly<Record<C, string>>) => unknown;
  /** The column that a part of the value comes from. */
  readonly columnOf: (part: string) => string;
}

/** Reads a table whose header names the columns of the layout in any order; null with any issue. */
export function readTable<T, C extends string>(
  file: string,
  text: string,
  layout: TableLayout<T, C>,
): { value: Located<T>[] | null; issues: InputIssue[] } {
  const { header, faults, rows } = readCsv(text);
  const headerFaults = faults.length > 0 ? faults : columnFaults(header, layout);
  const read = headerFaults.length > 0 ? [] : [...rows].map((row) => readRow(file, header, row, layout));
  const issues = [...headerFaults.map((fault) => issueOf(file, fault)), ...read.flatMap((row) => row.issues)];
  return { value: issues.length > 0 ? null : read.flatMap(({ value }) => value ?? []), issues };
}

function columnFaults<T, C extends string>(
  header: CsvRow,
  { columns, optional = [] }: TableLayout<T, C>,
): CsvFault[] {
  const needed = columns.filter((name) => !optional.includes(name));
  const absent = needed.filter((name) => !header.fields.includes(name));
  const known = new Set<string>(columns);
  const strays = header.fields.filter((name) => !known.has(name) && nearest(name, absent) === null);
  const faults = strays.map((name) => ({
    ...fieldPlace(header, header.fields.indexOf(name)),
    wrong: `unknown column "${name}"`,
    right: `expected the columns ${columns.join(", ")}`,
    raw: header.raw,
  }));
  return [...missingColumns(header, needed), ...faults];
}

function readRow<T, C extends string>(
  file: string,
  header: CsvRow,
  row: CsvRow | CsvFault,
  { columns, schema, valueOf, columnOf }: TableLayout<T, C>,
): { value: Located<T> | null; issues: InputIssue[] } {
  if ("wrong" in row) return { value: null, issues: [issueOf(file, row)] };
  const cellOf = (column: string) => row.fields[header.fields.indexOf(column)] ?? "";
  const place = (path: Path) => ({
    file,
    ...fieldPlace(row, header.fields.indexOf(columnOf(path.join(".")))),
  });
  const cells = Object.fromEntries(columns.map((column) => [column, cellOf(column)]));
  const parsed = schema.safeParse(valueOf(cells as Record<C, string>));
  if (parsed.success) return { value: { value: parsed.data, place }, issues: [] };
  const issues = parsed.error.issues.map((issue) => {
    const column = columnOf(issue.path.join("."));
    return { ...place(issue.path), wrong: `${column} is ${shown(cellOf(column))}`, right: rightOf(issue) };
  });
  return { value: null, issues };
}

function issueOf(file: string, { line, column, wrong, right }: CsvFault): InputIssue {
  return { file, line, column, wrong, right };
}
