import type { Capture, Reject } from "#model/capture.ts";
import type { InputIssue } from "#model/input-error.ts";
import type { Observation } from "#model/observation.ts";
import { decodeText, fieldPlace, nearest, readCsv, type CsvRow } from "#science/text/tables/index.ts";

/** A record file and what was read from it. */
export interface ReadFile {
  /** The path that issues carry. */
  readonly file: string;
  readonly capture: Capture;
  readonly observations: readonly Observation[];
  readonly rejects: readonly Reject[];
}

/** What is wrong in the record: rows that cannot be read, ids that two files share, links that lead nowhere. */
export function checkRecord(files: readonly ReadFile[]): InputIssue[] {
  const holders = new Map<string, Holder>();
  for (const { file, observations } of files) {
    for (const observation of observations) {
      if (!holders.has(observation.id)) holders.set(observation.id, { file, observation });
    }
  }
  const rows = new Map(files.map((read) => [read, rowsOf(read.capture)]));
  const written = new Set([...rows.values()].flatMap(({ ids }) => ids));
  return files.flatMap((read) => {
    const { file, rejects, observations } = read;
    const faults = observations.flatMap((row) => [...twinFaults(row, holders), ...linkFaults(row, written)]);
    return [...rejects, ...faults.map((fault) => ({ ...fault, ...rows.get(read)!.place(fault) }))].map(
      ({ line, column, wrong, right }) => ({ file, line, column, wrong, right }),
    );
  });
}

/** The row that holds an id. */
interface Holder {
  readonly file: string;
  readonly observation: Observation;
}

interface RowFault {
  readonly line: number;
  readonly cell: "id" | "links";
  readonly wrong: string;
  readonly right: string;
}

function twinFaults(observation: Observation, holders: ReadonlyMap<string, Holder>): RowFault[] {
  const first = holders.get(observation.id)!;
  if (first.observation === observation) return [];
  const wrong = `id "${observation.id}" is taken by ${first.file}:${lineOf(first.observation)}`;
  return [{ line: lineOf(observation), cell: "id", wrong, right: "expected an id of its own" }];
}

/** A link may lead to a row that cannot be read: that row has its own fault. */
function linkFaults(observation: Observation, written: ReadonlySet<string>): RowFault[] {
  const lost = observation.links.find(({ to }) => !written.has(to));
  if (!lost) return [];
  const typo = nearest(lost.to, written, 1);
  const right = `expected the id of a row of the record${typo === null ? "" : `, perhaps "${typo}"`}`;
  return [{ line: lineOf(observation), cell: "links", wrong: `a link to "${lost.to}"`, right }];
}

function lineOf({ evidence: { locator } }: Observation): number {
  return locator.type === "row" ? locator.line : 1;
}

/** The ids a file gives, and where the cells of its rows stand. */
function rowsOf({ bytes }: Capture) {
  const text = decodeText(bytes);
  const { header, rows } = readCsv(typeof text === "string" ? text : "");
  const isRow = (row: object): row is CsvRow => "fields" in row;
  const byLine = new Map([...rows].filter(isRow).map((row) => [row.line, row]));
  const idAt = header.fields.indexOf("id");
  return {
    ids: [...byLine.values()].flatMap(({ fields }) => fields[idAt] ?? []),
    place: ({ line, cell }: RowFault) => fieldPlace(byLine.get(line)!, header.fields.indexOf(cell)),
  };
}
