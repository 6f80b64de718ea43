import { csvRows, fieldPlace, type CsvFault, type CsvRow } from "./csv-rows.ts";
import { nearest } from "./nearest.ts";

export interface CsvTable {
  readonly header: CsvRow;
  /** Faults of the header; with any, the rows mean nothing. */
  readonly faults: readonly CsvFault[];
  /** Read as they are asked for, once. */
  readonly rows: Iterable<CsvRow | CsvFault>;
}

/**
 * Reads a table by RFC 4180 (lines may end in LF, blank lines are skipped). Every row has as many fields as
 * the header or is a fault; reading goes on with the line after the one a faulty row began on.
 */
export function readCsv(text: string): CsvTable {
  const rows = csvRows(text);
  const first = rows.next().value ?? EMPTY;
  const header = "wrong" in first ? { line: first.line, fields: [], raw: first.raw } : first;
  const faults = "wrong" in first ? [first] : headerFaults(first);
  return { header, faults, rows: matchedRows(rows, header.fields.length) };
}

const EMPTY = {
  line: 1,
  column: 1,
  wrong: "an empty file",
  right: "expected a header row of column names",
  raw: "",
};

/** One fault per column that the header lacks, naming the header that may have been meant. */
export function missingColumns(header: CsvRow, wanted: readonly string[]): CsvFault[] {
  const strangers = header.fields.filter((name) => !wanted.includes(name));
  return wanted
    .filter((name) => !header.fields.includes(name))
    .map((name) => {
      const typo = nearest(name, strangers);
      const place = fieldPlace(header, typo === null ? 0 : header.fields.indexOf(typo));
      const wrong = typo === null ? `no column "${name}"` : `no column "${name}", but "${typo}"`;
      return { ...place, wrong, right: `expected a column named "${name}"`, raw: header.raw };
    });
}

const SEPARATORS = { ";": "semicolons", "\t": "tabs", "|": "bars" } as const;

function headerFaults(header: CsvRow): CsvFault[] {
  const { line, raw, fields } = header;
  const separator = fields.length === 1 && /[;\t|]/.exec(raw);
  if (separator) {
    const wrong = `columns parted by ${SEPARATORS[separator[0] as keyof typeof SEPARATORS]}`;
    const right = "expected commas between columns, and points in numbers";
    return [{ line, column: separator.index + 1, wrong, right, raw }];
  }
  const turn = raw.indexOf("\r");
  if (turn >= 0 && !raw.includes('"')) {
    const wrong = "lines that end in a carriage return alone";
    return [{ line, column: turn + 1, wrong, right: "expected a line feed at the end of each line", raw }];
  }
  return header.fields.flatMap((name, i) => {
    const first = header.fields.indexOf(name);
    if (name !== "" && first === i) return [];
    const wrong = name === "" ? "a column without a name" : `a second column "${name}"`;
    return [{ ...fieldPlace(header, i), wrong, right: "expected one name for each column", raw: header.raw }];
  });
}

function* matchedRows(rows: Iterable<CsvRow | CsvFault>, width: number): Generator<CsvRow | CsvFault> {
  for (const row of rows) {
    yield "wrong" in row || row.fields.length === width ? row : wrongCount(row, width);
  }
}

function wrongCount(row: CsvRow, width: number): CsvFault {
  const count = row.fields.length;
  const right = `expected ${width}, as in the header${count > width ? "; a field that holds a comma is quoted" : ""}`;
  return {
    ...fieldPlace(row, width),
    wrong: count === 1 ? "1 field" : `${count} fields`,
    right,
    raw: row.raw,
  };
}
