import {
  fieldPlace,
  missingColumns,
  nearest,
  type CsvFault,
  type CsvRow,
} from "#science/text/tables/index.ts";

export const REQUIRED_COLUMNS = [
  "id",
  "date",
  "precision",
  "known_on",
  "kind",
  "claim",
  "actors",
  "place",
  "lat",
  "lon",
  "source",
  "url",
  "url_kind",
  "reliability",
  "credibility",
  "confidence",
  "verified",
  "links",
] as const;
const OPTIONAL = ["date_to", "attribution", "marking"] as const;
const NAMED = [...REQUIRED_COLUMNS, ...OPTIONAL];

export type RecordColumn = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL)[number];
/** The cells of one row under the names of the layout; a column the file lacks is empty. */
export type RecordCells = Readonly<Record<RecordColumn, string>>;

/** A column of the file's own: `#name` holds numbers, any other name holds text. */
export interface ExtraColumn {
  readonly name: string;
  readonly index: number;
}

export interface RecordColumns {
  /** Where the named columns stand; -1 for one the file lacks. */
  readonly index: Readonly<Record<RecordColumn, number>>;
  readonly measures: readonly ExtraColumn[];
  readonly attributes: readonly ExtraColumn[];
  readonly faults: readonly CsvFault[];
}

/** Tells the columns of a record file apart, and what is wrong with its header. */
export function recordColumns(header: CsvRow): RecordColumns {
  const extras = header.fields.map((name, index) => ({ name, index })).filter(({ name }) => !isNamed(name));
  const index = Object.fromEntries(NAMED.map((name) => [name, header.fields.indexOf(name)]));
  return {
    index: index as Record<RecordColumn, number>,
    measures: extras.filter(isMeasure).map(({ name, index: at }) => ({ name: name.slice(1), index: at })),
    attributes: extras.filter((extra) => !isMeasure(extra)),
    faults: [
      ...missingColumns(header, REQUIRED_COLUMNS),
      ...extras.flatMap((extra) => extraFaults(header, extra)),
    ],
  };
}

export function cellsOf({ fields }: CsvRow, { index }: RecordColumns): RecordCells {
  const cells: Partial<Record<RecordColumn, string>> = {};
  for (const name of NAMED) cells[name] = fields[index[name]] ?? "";
  return cells as RecordCells;
}

const isNamed = (name: string) => NAMED.some((named) => named === name);
const isMeasure = ({ name }: ExtraColumn) => name.startsWith("#");

/** A slip in the name of an optional column would pass as a column of the file's own. */
function extraFaults(header: CsvRow, { name, index }: ExtraColumn): CsvFault[] {
  const absent = OPTIONAL.filter((optional) => !header.fields.includes(optional));
  const meant = name === "#" ? "#name" : nearest(name, absent, 1);
  if (meant === null) return [];
  const right = name === "#" ? "a measure's name after #" : `"${meant}", or a name less like it`;
  return [
    {
      ...fieldPlace(header, index),
      wrong: `a column "${name}"`,
      right: `expected ${right}`,
      raw: header.raw,
    },
  ];
}
