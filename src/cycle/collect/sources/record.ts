import type { Actor } from "#model/actor.ts";
import type { Capture, Reject } from "#model/capture.ts";
import type { Observation } from "#model/observation.ts";
import { decodeText, fieldPlace, readCsv, type CsvFault, type CsvRow } from "#science/text/tables/index.ts";
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
export function readRecord(
  capture: Capture,
  context: RecordContext,
): { observations: Observation[]; rejects: Reject[] } {
  const rejected = ({ line, column, wrong, right, raw }: CsvFault): Reject => {
    return { capture: capture.sha256, line, column, wrong, right, text: raw };
  };
  const text = decodeText(capture.bytes);
  if (typeof text !== "string") return { observations: [], rejects: [rejected({ ...text, raw: "" })] };
  const table = readCsv(text);
  const columns = recordColumns(table.header);
  const headerFaults = table.faults.length > 0 ? table.faults : columns.faults;
  if (headerFaults.length > 0) return { observations: [], rejects: headerFaults.map(rejected) };

  const observations: Observation[] = [];
  const rejects: Reject[] = [];
  const readRow = rowReader(capture, context, columns);
  for (const row of table.rows) {
    const read = "wrong" in row ? [row] : readRow(row);
    if (Array.isArray(read)) rejects.push(...read.map(rejected));
    else observations.push(read);
  }
  return { observations, rejects };
}

/** Reads row after row of one file; of two rows with one id, the second is at fault. */
function rowReader(capture: Capture, { stream, actors, marking }: RecordContext, columns: RecordColumns) {
  const known = new Set(actors.map(({ id }) => id));
  const lineOf = new Map<string, number>();
  return (row: CsvRow): Observation | CsvFault[] => {
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
        return { ...fieldPlace(row, index), wrong, right: `expected ${right}`, raw: row.raw };
      });
    }
    lineOf.set(cells.id, row.line);
    return observationOf(row, cells, columns, { capture: capture.sha256, stream, marking });
  };
}
