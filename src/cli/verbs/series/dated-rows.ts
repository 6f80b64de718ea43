import { datingOf, type Dating } from "#science/series/index.ts";
import type { CsvRow } from "#science/text/tables/index.ts";
import { InputError } from "#model/input-error.ts";
import { numberIn, type CsvColumns } from "./csv-columns.ts";

/** A row of a file, when it was, and how the file says so. */
export interface DatedRow extends Dating {
  readonly row: CsvRow;
  readonly label: string;
}

/** The rows of a file in the order of their times, and the unit of these. */
export interface DatedRows {
  readonly column: string;
  readonly unit: string;
  readonly rows: readonly DatedRow[];
}

const TIME_COLUMNS = ["date", "year", "time"] as const;
const PRECISIONS = ["day", "month", "year"] as const;

/** The column that says when, whatever its case; null where there is none. */
function timeColumnOf({ names }: CsvColumns): string | null {
  for (const wanted of TIME_COLUMNS) {
    const found = names.find((name) => name.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return null;
}

/** Dates every row by its date, year or time column; InputError where there is none, or a cell that says nothing. */
export function datedRows(source: CsvColumns): DatedRows {
  const rows = datedRowsIfAny(source);
  if (rows !== null) return rows;
  throw new InputError([
    {
      file: source.file,
      line: 1,
      wrong: "no column says when",
      right: "expected a column date, year or time",
    },
  ]);
}

/** Like `datedRows`, null where no column says when. */
export function datedRowsIfAny(source: CsvColumns): DatedRows | null {
  const column = timeColumnOf(source);
  if (column === null) return null;
  const rows = column.toLowerCase() === "date" ? byDate(source, column) : byNumber(source, column);
  const unit = column.toLowerCase() === "time" ? "units of time" : "years";
  return { column, unit, rows: rows.toSorted((a, b) => a.time - b.time) };
}

/** Ends the command where two rows of a series say the same time. */
export function refuseRepeatedTimes(source: CsvColumns, { column, rows }: DatedRows): void {
  const again = rows.find(({ time }, n) => time === rows[n - 1]?.time);
  if (again) source.refuse(again.row, column, "expected each time once, and another row has it");
}

/** A column `precision`, where there is one, says how much of a date is meant. */
function byDate(source: CsvColumns, column: string): DatedRow[] {
  return source.rows.map((row) => {
    const label = source.cell(row, column);
    const precision = PRECISIONS.find((one) => one === source.cell(row, "precision"));
    const dating = datingOf(label, precision);
    if (dating === null)
      return source.refuse(row, column, "expected a date such as 1957-10-04, 1957-10 or 1957");
    return { row, label, ...dating };
  });
}

/** Numbers are dated as finely as the finest of them is written. */
function byNumber(source: CsvColumns, column: string): DatedRow[] {
  const times = source.rows.map((row) => numberIn(source, row, column));
  const decimals = times.every(Number.isInteger)
    ? 0
    : Math.max(...source.rows.map((row) => /\.(\d+)/.exec(source.cell(row, column))?.[1]?.length ?? 0));
  return source.rows.map((row, i) => ({
    row,
    label: Number.isInteger(times[i]) ? String(times[i]) : source.cell(row, column),
    time: times[i]!,
    cell: 10 ** -decimals,
  }));
}

/**
 * The column that holds the values of a series: the one asked for, else `value`, else the second of two where it
 * holds numbers. Null where the rows are events.
 */
export function valueColumnOf(
  source: CsvColumns,
  timeColumn: string | null,
  asked: string | undefined,
): string | null {
  if (asked !== undefined) return asked;
  const named = source.names.find((name) => name.toLowerCase() === "value");
  if (named !== undefined) return named;
  const [first, second, ...others] = source.names;
  const only = timeColumn === null ? first : second;
  const isAlone = timeColumn === null ? second === undefined : first === timeColumn && others.length === 0;
  if (!isAlone || only === undefined) return null;
  return Number.isNaN(Number(source.cell(source.rows[0]!, only))) ? null : only;
}
