import { InputError } from "#model/input-error.ts";
import { beyondSquares, collinearCovariate } from "#science/series/index.ts";
import type { CsvRow } from "#science/text/tables/index.ts";
import { numberSaid, type CsvColumns } from "./csv-columns.ts";

/** Covariates by name, one number per kept row; rows with an unknown value are left out, never read as 0. */
export interface Covariates {
  readonly names: readonly string[];
  readonly kept: readonly CsvRow[];
  readonly values: readonly (readonly number[])[];
}

const isUnknown = (said: string) => said === "" || said === "NA" || said === "NaN";

/**
 * The columns as numbers. A column of words becomes an indicator for each of its values but the first in
 * alphabetical order, which the others are compared with.
 */
export function readCovariates(table: CsvColumns, columns: readonly string[]): Covariates {
  const kept = table.rows.filter((row) => columns.every((name) => !isUnknown(table.cell(row, name))));
  if (kept.length === 0) {
    const wrong = `no row has all of ${columns.join(", ")}`;
    throw new InputError([{ file: table.file, wrong, right: "expected rows without gaps" }]);
  }
  const coded = columns.map((column) => coding(table, kept, column));
  return {
    names: coded.flatMap(({ names }) => names),
    kept,
    values: kept.map((row) => coded.flatMap(({ of }) => of(row))),
  };
}

/** Ends the command where a covariate cannot be squared, is the same in every row, or follows from others. */
export function refuseUseless(source: CsvColumns, { names, kept, values }: Covariates): void {
  for (const [k, name] of names.entries()) {
    const column = values.map((row) => row[k]!);
    const beyond = beyondSquares(column);
    if (beyond !== null)
      source.refuse(kept[beyond.at]!, name, `${beyond.remedy}: with it, numbers are ${beyond.problem}`);
    if (isOne(column)) refuseOne(source.file, name, column[0]!);
  }
  const collinear = collinearCovariate(values);
  if (collinear === null) return;
  const others = collinear.of.map((place) => names[place]!);
  const wrong = `${names[collinear.place]!} follows from ${others.join(" and ")} in every row, as a linear combination`;
  throw new InputError([{ file: source.file, line: 1, wrong, right: "leave one of them out" }]);
}

/** Differences this small beside the numbers are rounding. */
const ROUNDING = 1e-12;

function isOne(column: readonly number[]): boolean {
  const first = column[0]!;
  return column.every((value) => Math.abs(value - first) <= ROUNDING * Math.abs(first));
}

function refuseOne(file: string, name: string, said: string | number): never {
  const right = "leave the column out, or give rows that differ in it";
  throw new InputError([{ file, line: 1, wrong: `${name} is ${said} in every row`, right }]);
}

function coding(table: CsvColumns, rows: readonly CsvRow[], column: string) {
  const said = (row: CsvRow) => table.cell(row, column);
  const stranger = rows.find((row) => Number.isNaN(numberSaid(said(row))));
  if (!stranger) return { names: [column], of: (row: CsvRow) => [Number(said(row))] };
  const levels = [...new Set(rows.map(said))].sort();
  if (levels.length === 1) refuseOne(table.file, column, levels[0]!);
  if (
    levels.length > Math.max(2, rows.length / 5) ||
    levels.some((level) => !Number.isNaN(numberSaid(level)))
  ) {
    table.refuse(stranger, column, "expected a number, or a word from a short list in every row");
  }
  const others = levels.slice(1);
  return {
    names: others.map((level) => `${column}=${level}`),
    of: (row: CsvRow) => others.map((level) => (said(row) === level ? 1 : 0)),
  };
}
