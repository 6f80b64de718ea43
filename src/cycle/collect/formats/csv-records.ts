import type { Reject } from "#model/capture.ts";
import type { DocumentAttributes, SourceDocument } from "#model/source-document.ts";
import { type CsvRow, readCsv } from "#science/text/tables/index.ts";
import type { ReadDocuments, ReplyToRead } from "../network-source.ts";
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

/** Reads a table of records with a header, comma- or tab-separated: a row is a record with its cells as attributes. */
export function readCsvRecords(reply: ReplyToRead, kind: string, text: string): ReadDocuments {
  const { header, faults, rows } = readCsv(text.includes("\t") ? commaSeparated(text) : text);
  const places = (patterns: readonly RegExp[]) => columnsFor(header, patterns);
  if (faults.length > 0 || header.fields.length < 2) throw new RangeError("it is no table with a header");
  const columns = {
    ...{ names: places(NAMES), titles: places(TITLES), texts: places(TEXTS) },
    ...{ published: places(PUBLISHED), addresses: places(ADDRESSES) },
  };
  const documents: SourceDocument[] = [];
  const rejects: Reject[] = [];
  const { capture } = reply;
  for (const row of rows) {
    if (documents.length + rejects.length === MOST_RECORDS) {
      rejects.push(...unreadRecords(reply, MOST_RECORDS, Number.POSITIVE_INFINITY));
      break;
    }
    if ("wrong" in row) {
      const { line, column, wrong, right, raw } = row;
      rejects.push({ capture, line, column, wrong, right, text: raw.slice(0, LONGEST_VALUE) });
      continue;
    }
    const read = readRow(reply, { kind, header, columns }, row);
    if (read) documents.push(read);
    else {
      const wrong = "a row that names nothing";
      const right = "expected a title, a description or an id";
      rejects.push({
        capture,
        line: row.line,
        column: 1,
        wrong,
        right,
        text: row.raw.slice(0, LONGEST_VALUE),
      });
    }
  }
  return { documents, rejects };
}

interface Layout {
  readonly kind: string;
  readonly header: CsvRow;
  readonly columns: Readonly<
    Record<"names" | "titles" | "texts" | "published" | "addresses", readonly number[]>
  >;
}

function readRow(reply: ReplyToRead, { kind, header, columns }: Layout, row: CsvRow): SourceDocument | null {
  const cells = row.fields;
  const first = (places: readonly number[]) =>
    places.map((i) => cells[i]!.trim()).find((cell) => cell !== "") ?? "";
  const text = first(columns.texts);
  const name = first(columns.names);
  const title = first(columns.titles) || text.slice(0, 200) || name;
  if (title === "") return null;
  const addresses = columns.addresses.map((i) => /https?:\/\/[^\s;,"<>]+/.exec(cells[i]!)?.[0] ?? "");
  const url = addresses.map((address) => addressIn(address, reply.url)).find((one) => one !== null);
  return newDocument(reply, {
    ...{ form: "record", kind, title, text },
    name: name || `${title} ${first(columns.published)}`,
    ...(url !== undefined && { url, canonical: url }),
    published: columns.published.map((i) => momentIn(cells[i]!)).find((at) => at !== null) ?? null,
    locator: { type: "row", line: row.line },
    attributes: attributesOf(header, cells),
  });
}

/** Which columns may hold something, the likelier first. */
function columnsFor({ fields }: CsvRow, patterns: readonly RegExp[]): number[] {
  const found = patterns.flatMap((pattern) =>
    fields.flatMap((name, i) => (pattern.test(name.trim().toLowerCase()) ? [i] : [])),
  );
  return [...new Set(found)];
}

function attributesOf({ fields }: CsvRow, cells: readonly string[]): DocumentAttributes {
  return Object.fromEntries(
    fields.flatMap((name, i) => {
      const cell = cells[i]!.trim();
      return cell === "" || cell.length > LONGEST_VALUE ? [] : [[name.trim(), cell] as const];
    }),
  );
}

/** A table whose header is parted by tabs as one that is parted by commas; any other as it is. */
function commaSeparated(text: string): string {
  const header = text.slice(0, (text.indexOf("\n") + 1 || text.length + 1) - 1);
  if (header.split("\t").length <= header.split(",").length) return text;
  const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return text
    .split(/\r?\n/)
    .map((line) => line.split("\t").map(quoted).join(","))
    .join("\n");
}
