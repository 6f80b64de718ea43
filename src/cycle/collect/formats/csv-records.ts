import type { Reject } from "#model/capture.ts";
import type { DocumentAttributes, SourceDocument } from "#model/source-document.ts";
import { type CsvFault, type CsvRow, readCsv } from "#science/text/tables/index.ts";
import type { ReadDocuments, ReplyToRead } from "../network-source.ts";
import { commaSeparated } from "./comma-separated.ts";
import { isDayFirst } from "./date-order.ts";
import { MOST_RECORDS } from "./json-records.ts";
import { addressIn, momentIn, newDocument } from "./new-document.ts";
import { unreadRecords } from "./unread-records.ts";

/** What the columns of incident and treaty tables are called, the better first. */
const NAMES = [/^id$/, /^(incident|event|record|row)[ _-]?(id|number|no)$/, /[ _-]id$/];
const TITLES = [
  /^(title|name|headline|incident|subject)$/,
  /^(incident|event)[ _-]?(name|title)$/,
  /name|title/,
];
const TEXTS = [/^(description|summary|abstract|text|body|details?)$/, /descri|summary/];
const PUBLISHED = [
  ...[/^(published|publication[ _-]?date|date[ _-]?published|added[ _-]?to[ _-]?db)$/, /^date$/],
  ...[/(start|report\w*|incident|event)[ _-]?date|date[ _-]?(added|reported)/, /date/],
];
const ADDRESSES = [/^(url|link|source_url)$/, /^sources?(_url|_1)?$/, /url|link|source/];

const LONGEST_VALUE = 500;

/**
 * Reads a table of records with a header, parted by commas, tabs or semicolons: a row is a record with its cells as
 * attributes. RangeError where it is no such table.
 */
export function readCsvRecords(reply: ReplyToRead, kind: string, text: string): ReadDocuments {
  const table = readCsv(commaSeparated(text));
  const { header } = table;
  // A column without a name of its own takes nothing from the others.
  if (header.fields.length < 2 || header.raw.includes("\r"))
    throw new RangeError(`it is no table with a header: ${table.faults[0]?.wrong ?? "one column"}`);
  const { rows, rejects } = firstRows(reply, table.rows);
  const layout = layoutOf(kind, header, rows);
  const documents: SourceDocument[] = [];
  for (const row of rows) {
    const read = readRow(reply, layout, row);
    if (read) documents.push(read);
    else rejects.push(rejectOf(reply, { ...row, ...NAMELESS }));
  }
  return { documents, rejects };
}

const NAMELESS = {
  column: 1,
  wrong: "a row that names nothing",
  right: "expected a title, a description or an id",
} as const;

/** As many rows as are read of a table, and what is wrong with the others. */
function firstRows(reply: ReplyToRead, all: Iterable<CsvRow | CsvFault>) {
  const rows: CsvRow[] = [];
  const rejects: Reject[] = [];
  for (const row of all) {
    if (rows.length + rejects.length === MOST_RECORDS) {
      rejects.push(...unreadRecords(reply, MOST_RECORDS, Number.POSITIVE_INFINITY));
      break;
    }
    if ("wrong" in row) rejects.push(rejectOf(reply, row));
    else rows.push(row);
  }
  return { rows, rejects };
}

function rejectOf({ capture }: ReplyToRead, { line, column, wrong, right, raw }: CsvFault): Reject {
  return { capture, line, column, wrong, right, text: raw.slice(0, LONGEST_VALUE) };
}

interface Layout {
  readonly kind: string;
  /** What the attributes are called. */
  readonly attributes: readonly string[];
  readonly columns: Readonly<
    Record<"names" | "titles" | "texts" | "published" | "addresses", readonly number[]>
  >;
  /** Of each column with dates, whether they stand day first. */
  readonly dayFirst: ReadonlyMap<number, boolean | null>;
  /** Names that several rows bear. */
  readonly shared: ReadonlySet<string>;
}

function layoutOf(kind: string, { fields }: CsvRow, rows: readonly CsvRow[]): Layout {
  const places = (patterns: readonly RegExp[]) => columnsFor(fields, patterns);
  const [names, published] = [places(NAMES), places(PUBLISHED)];
  const seen = new Set<string>();
  const shared = rows.flatMap(({ fields: cells }) => {
    const name = firstOf(cells, names);
    return seen.size === seen.add(name).size ? [name] : [];
  });
  return {
    kind,
    attributes: fields.map((name, i) => nameOfColumn(name.trim(), i, fields)),
    columns: { names, published, titles: places(TITLES), texts: places(TEXTS), addresses: places(ADDRESSES) },
    dayFirst: new Map(published.map((i) => [i, isDayFirst(rows.map(({ fields: cells }) => cells[i]!))])),
    shared: new Set(shared),
  };
}

function nameOfColumn(name: string, i: number, fields: readonly string[]): string {
  if (name === "") return `column ${i + 1}`;
  return fields.slice(0, i).some((other) => other.trim() === name) ? `${name} ${i + 1}` : name;
}

function firstOf(cells: readonly string[], places: readonly number[]): string {
  return places.map((i) => cells[i]!.trim()).find((cell) => cell !== "") ?? "";
}

function readRow(reply: ReplyToRead, layout: Layout, row: CsvRow): SourceDocument | null {
  const { kind, columns, dayFirst, shared } = layout;
  const cells = row.fields;
  const text = firstOf(cells, columns.texts);
  const name = firstOf(cells, columns.names);
  const title = firstOf(cells, columns.titles) || text.slice(0, 200) || name;
  if (title === "") return null;
  const addresses = columns.addresses.map((i) => /https?:\/\/[^\s;,"<>]+/.exec(cells[i]!)?.[0] ?? "");
  const url = addresses.map((address) => addressIn(address, reply.url)).find((one) => one !== null);
  const telling = [title, firstOf(cells, columns.published)];
  return newDocument(reply, {
    ...{ form: "record", kind, title, text },
    name:
      name === ""
        ? telling.join(" ")
        : shared.has(name)
          ? [name, ...telling.filter(Boolean)].join(" ")
          : name,
    ...(url !== undefined && { url, canonical: url }),
    published:
      columns.published.map((i) => momentIn(cells[i]!, dayFirst.get(i))).find((at) => at !== null) ?? null,
    locator: { type: "row", line: row.line },
    attributes: attributesOf(layout, cells),
  });
}

/** Which columns may hold something, the likelier first. */
function columnsFor(fields: readonly string[], patterns: readonly RegExp[]): number[] {
  const found = patterns.flatMap((pattern) =>
    fields.flatMap((name, i) => (pattern.test(name.trim().toLowerCase()) ? [i] : [])),
  );
  return [...new Set(found)];
}

function attributesOf({ attributes }: Layout, cells: readonly string[]): DocumentAttributes {
  return Object.fromEntries(
    attributes.flatMap((name, i) => {
      const cell = cells[i]!.trim();
      return cell === "" || cell.length > LONGEST_VALUE ? [] : [[name, cell] as const];
    }),
  );
}
