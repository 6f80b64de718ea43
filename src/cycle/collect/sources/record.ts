import type { Actor } from "#model/actor.ts";
import type { Capture, Reject } from "#model/capture.ts";
import type { Locator, Observation } from "#model/observation.ts";
import {
  decodeText,
  fieldPlace,
  readCsv,
  type CsvFault,
  type CsvRow,
  type CsvTable,
  type TextPlace,
} from "#science/text/tables/index.ts";
import { cellsOf, recordColumns, type RecordColumns } from "./record-columns.ts";
import { observationOf } from "./record-observation.ts";
import { rowFaults } from "./record-rules.ts";

export interface RecordContext {
  readonly stream: string;
  /** The actors a row may name. */
  readonly actors: readonly Actor[];
  /** For rows without a marking of their own. */
  readonly marking: Observation["marking"];
}

/**
 * Reads a record file of a watch: an observation for each row that can be read, and for each other row a
 * reject for every cell that stops it. Where the encoding or the header is wrong nothing else is read.
 */
export function readRecord(capture: Capture, context: RecordContext): ReadRecord {
  const text = decodeText(capture.bytes);
  if (typeof text !== "string") {
    return { observations: [], rejects: [rejectOf(capture, { ...text, raw: "" })] };
  }
  const rows: RecordRows<CsvRow> = {
    ...readCsv(text),
    placeOf: fieldPlace,
    locatorOf: ({ line }) => ({ type: "row", line }),
    method: "record-csv",
  };
  return readRows(rows, capture, context);
}

export interface ReadRecord {
  readonly observations: Observation[];
  readonly rejects: Reject[];
}

/** Rows in the layout of a record, however they were written down. */
export interface RecordRows<R extends CsvRow> extends Omit<CsvTable, "rows"> {
  readonly rows: Iterable<R | CsvFault>;
  /** Where the field of a row stands, or near enough to put a cursor on. */
  readonly placeOf: (row: R, field: number) => TextPlace;
  readonly locatorOf: (row: R) => Locator;
  readonly method: string;
}

/** An observation for each row that can be read, and for each other row a reject for every cell that stops it. */
export function readRows<R extends CsvRow>(
  table: RecordRows<R>,
  capture: Capture,
  context: RecordContext,
): ReadRecord {
  const rejected = (fault: CsvFault): Reject => rejectOf(capture, fault);
  const columns = recordColumns(table.header);
  const headerFaults = table.faults.length > 0 ? table.faults : columns.faults;
  if (headerFaults.length > 0) return { observations: [], rejects: headerFaults.map(rejected) };

  const observations: Observation[] = [];
  const rejects: Reject[] = [];
  const readRow = rowReader(table, capture, context, columns);
  for (const row of table.rows) {
    const read = "wrong" in row ? [row] : readRow(row);
    if (Array.isArray(read)) rejects.push(...read.map(rejected));
    else observations.push(read);
  }
  return { observations, rejects };
}

function rejectOf({ sha256 }: Capture, { line, column, wrong, right, raw }: CsvFault): Reject {
  return { capture: sha256, line, column, wrong, right, text: raw };
}

/** Reads row after row of one file; of two rows with one id, the second is at fault. */
function rowReader<R extends CsvRow>(
  { placeOf, locatorOf, method }: RecordRows<R>,
  { sha256 }: Capture,
  { stream, actors, marking }: RecordContext,
  columns: RecordColumns,
) {
  const known = new Set(actors.map(({ id }) => id));
  const lineOf = new Map<string, number>();
  return (row: R): Observation | CsvFault[] => {
    const cells = cellsOf(row, columns);
    const faults = rowFaults(row, cells, columns, known);
    const first = lineOf.get(cells.id);
    if (first !== undefined) {
      faults.push({
        index: columns.index.id,
        wrong: `id "${cells.id}" is taken by line ${first}`,
        right: "an id of its own",
      });
    }
    if (faults.length > 0) {
      return faults.map(({ index, wrong, right }) => {
        return { ...placeOf(row, index), wrong, right: `expected ${right}`, raw: row.raw };
      });
    }
    lineOf.set(cells.id, row.line);
    const evidence = { capture: sha256, locator: locatorOf(row), method, version: "1" };
    return observationOf(row, cells, columns, { evidence, stream, marking });
  };
}
