import { InputError } from "#model/input-error.ts";
import { SeriesRefused } from "#science/series/index.ts";
import { decodeText, fieldPlace, missingColumns, readCsv, type CsvRow } from "#science/text/tables/index.ts";
import { readBytes } from "../../read-file.ts";

/** A CSV file whose cells are asked for by column name; every complaint names the line and column. */
export interface CsvColumns {
  readonly file: string;
  readonly names: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly cell: (row: CsvRow, name: string) => string;
  /** Ends the command: what the cell holds is not what would be right there. */
  readonly refuse: (row: CsvRow, name: string, right: string) => never;
}

/** Reads a CSV in which the wanted columns are; InputError at the first fault. */
export function readColumns(file: string, wanted: readonly string[]): CsvColumns {
  const text = decodeText(readBytes(file));
  if (typeof text !== "string") throw new InputError([{ file, ...text }]);
  const { header, faults, rows } = readCsv(text);
  const names = header.fields.map((name) => name.trim());
  const missing = missingColumns({ ...header, fields: names }, wanted);
  const read = [...rows];
  const fault = [...faults, ...(faults.length > 0 ? [] : missing)][0] ?? read.find((row) => "wrong" in row);
  if (fault) {
    const { line, column, wrong, right } = fault;
    throw new InputError([{ file, line, column, wrong, right }]);
  }
  const whole = read.filter((row) => "fields" in row);
  if (whole.length === 0) {
    const right = "expected at least one row";
    throw new InputError([{ file, line: header.line, wrong: "no row below the header", right }]);
  }
  const cell = (row: CsvRow, name: string) => row.fields[names.indexOf(name)]?.trim() ?? "";
  return {
    file,
    names,
    rows: whole,
    cell,
    refuse: (row, name, right) => {
      const said = cell(row, name);
      const wrong = `${name} is ${said === "" ? "empty" : `"${said}"`}`;
      throw new InputError([{ file, ...fieldPlace(row, names.indexOf(name)), wrong, right }]);
    },
  };
}

/** The finite decimal number that a cell says; NaN for none. */
export function numberSaid(said: string): number {
  const value = said === "" || /^[-+]?0[box]/i.test(said) ? NaN : Number(said);
  return Number.isFinite(value) ? value : NaN;
}

/** The number in a cell; ends the command where there is none. */
export function numberIn(table: CsvColumns, row: CsvRow, name: string): number {
  const said = table.cell(row, name);
  const value = numberSaid(said);
  if (!Number.isNaN(value)) return value;
  const hasComma = /^[-+]?\d+,\d+$/.test(said);
  return table.refuse(
    row,
    name,
    hasComma ? "expected a point in a number, not a comma" : "expected a number",
  );
}

/** Ends the command where two rows agree in the columns that name a row, or one is empty in the first. */
export function refuseRepeated({ rows, cell, refuse }: CsvColumns, columns: readonly string[]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const said = columns.map((name) => cell(row, name));
    if (said[0] === "") refuse(row, columns[0]!, "expected a name");
    const key = JSON.stringify(said);
    if (seen.has(key)) refuse(row, columns[0]!, `expected one row for each ${columns.join(" and ")}`);
    seen.add(key);
  }
}

/** Does the work; what the series methods refuse is the fault of that file. */
export function blamingFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SeriesRefused)) throw error;
    throw new InputError([{ file, wrong: error.problem, right: error.remedy }]);
  }
}
