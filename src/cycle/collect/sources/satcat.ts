import type { Reject } from "#model/capture.ts";
import { isDay } from "#model/day.ts";
import type { SpaceObject } from "#model/space-object.ts";
import {
  type CsvFault,
  type CsvRow,
  fieldPlace,
  missingColumns,
  readCsv,
} from "#science/text/tables/index.ts";

/** What a satellite catalogue was read into. */
export interface ReadCatalogue {
  readonly objects: readonly SpaceObject[];
  readonly rejects: readonly Reject[];
}

const KINDS: Readonly<Record<string, SpaceObject["kind"]>> = {
  PAY: "payload",
  "R/B": "rocket body",
  DEB: "debris",
  UNK: "unknown",
};

const NEEDED = ["OBJECT_NAME", "OBJECT_ID", "NORAD_CAT_ID", "OBJECT_TYPE", "OWNER", "LAUNCH_DATE"];

/** Reads the satellite catalogue of CelesTrak (SATCAT) as CSV; `capture` is the hash rejects point to. */
export function readSatcat(text: string, capture: string): ReadCatalogue {
  const { header, faults, rows } = readCsv(text);
  const headerFaults = faults.length > 0 ? faults : missingColumns(header, NEEDED);
  if (headerFaults.length > 0) return { objects: [], rejects: headerFaults.map(rejectOf(capture)) };
  const objects: SpaceObject[] = [];
  const wrong: CsvFault[] = [];
  for (const row of rows) {
    const read = "wrong" in row ? row : readRow(header, row);
    if ("wrong" in read) wrong.push(read);
    else objects.push(read);
  }
  return { objects, rejects: wrong.map(rejectOf(capture)) };
}

function readRow(header: CsvRow, row: CsvRow): SpaceObject | CsvFault {
  const cell = (column: string) => row.fields[header.fields.indexOf(column)]?.trim() ?? "";
  const faultOf = (column: string, right: string): CsvFault => ({
    ...fieldPlace(row, header.fields.indexOf(column)),
    wrong: `${column} "${cell(column)}"`,
    right: `expected ${right}`,
    raw: row.raw,
  });
  const id = cell("NORAD_CAT_ID");
  if (!/^\d{1,9}$/.test(id)) return faultOf("NORAD_CAT_ID", "up to nine digits");
  for (const column of ["LAUNCH_DATE", "DECAY_DATE"]) {
    const day = cell(column);
    if (day !== "" && !isDay(day)) return faultOf(column, "a day such as 1998-11-20, or nothing");
  }
  return {
    id: Number(id),
    name: cell("OBJECT_NAME"),
    designator: cell("OBJECT_ID"),
    kind: KINDS[cell("OBJECT_TYPE")] ?? "unknown",
    owner: cell("OWNER"),
    launchedOn: cell("LAUNCH_DATE"),
    decayedOn: cell("DECAY_DATE"),
    launchSite: cell("LAUNCH_SITE"),
  };
}

function rejectOf(capture: string) {
  return ({ line, column, wrong, right, raw }: CsvFault): Reject => ({
    capture,
    line,
    column,
    wrong,
    right,
    text: raw,
  });
}
