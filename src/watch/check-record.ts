import type { Capture, Reject } from "#model/capture.ts";
import type { InputIssue } from "#model/input-error.ts";
import type { Observation } from "#model/observation.ts";
import {
  decodeText,
  fieldPlace,
  nearest,
  readCsv,
  type CsvRow,
  type TextPlace,
} from "#science/text/index.ts";

/** A record file and what was read from it. */
export interface ReadFile {
  /** The path that issues carry. */
  readonly file: string;
  readonly capture: Capture;
  readonly observations: readonly Observation[];
  readonly rejects: readonly Reject[];
}

/** The row that holds an id. */
interface Holder {
  readonly file: string;
  readonly observation: Observation;
}

/** What is wrong in the record: rows that cannot be read, ids that two files share, links that lead nowhere. */
export function checkRecord(files: readonly ReadFile[]): InputIssue[] {
  const holders = new Map<string, Holder>();
  for (const { file, observations } of files) {
    for (const observation of observations) {
      if (!holders.has(observation.id)) holders.set(observation.id, { file, observation });
    }
  }
  return files.flatMap((read) => [...rejectIssues(read), ...rowIssues(read, holders)]);
}

function rejectIssues({ file, rejects }: ReadFile): InputIssue[] {
  return rejects.map(({ line, column, wrong, right }) => ({ file, line, column, wrong, right }));
}

function rowIssues(
  { file, capture, observations }: ReadFile,
  holders: ReadonlyMap<string, Holder>,
): InputIssue[] {
  const faults = observations.flatMap((observation) => [
    ...twinFaults(observation, holders),
    ...linkFaults(observation, holders),
  ]);
  if (faults.length === 0) return [];
  const placeOf = cellPlaces(capture);
  return faults.map(({ line, column, wrong, right }) => ({ file, ...placeOf(line, column), wrong, right }));
}

interface RowFault {
  readonly line: number;
  readonly column: "id" | "links";
  readonly wrong: string;
  readonly right: string;
}

function twinFaults(observation: Observation, holders: ReadonlyMap<string, Holder>): RowFault[] {
  const first = holders.get(observation.id)!;
  if (first.observation === observation) return [];
  const wrong = `id "${observation.id}" is taken by ${first.file}:${lineOf(first.observation)}`;
  return [{ line: lineOf(observation), column: "id", wrong, right: "expected an id of its own" }];
}

function linkFaults(observation: Observation, holders: ReadonlyMap<string, Holder>): RowFault[] {
  const lost = observation.links.find(({ to }) => !holders.has(to));
  if (!lost) return [];
  const typo = nearest(lost.to, holders.keys(), 1);
  const right = `expected the id of a row that can be read${typo === null ? "" : `, perhaps "${typo}"`}`;
  return [{ line: lineOf(observation), column: "links", wrong: `a link to "${lost.to}"`, right }];
}

function lineOf({ evidence: { locator } }: Observation): number {
  return locator.type === "row" ? locator.line : 1;
}

/** Where the cells of a file that has been read stand, by line of the row and name of the column. */
function cellPlaces({ bytes }: Capture): (line: number, column: string) => TextPlace {
  const text = decodeText(bytes);
  const { header, rows } = readCsv(typeof text === "string" ? text : "");
  const isRow = (row: object): row is CsvRow => "fields" in row;
  const byLine = new Map([...rows].filter(isRow).map((row) => [row.line, row]));
  return (line, column) => {
    const row = byLine.get(line);
    return row ? fieldPlace(row, header.fields.indexOf(column)) : { line, column: 1 };
  };
}
