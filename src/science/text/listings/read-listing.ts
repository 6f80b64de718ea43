import { Parser } from "htmlparser2";

/** What a page lists: its links in the order they stand in, its tables, and the feeds it says it has. */
export interface Listing {
  readonly title: string;
  /** What addresses are relative to, where the page says so. */
  readonly base: string | null;
  readonly feeds: readonly ListedLink[];
  readonly links: readonly ListedLink[];
  readonly tables: readonly ListedTable[];
}

export interface ListedLink {
  readonly href: string;
  readonly text: string;
  /** Whether it stands in navigation, head, foot or margin. */
  readonly isAside: boolean;
}

/** Cells as text; the header is empty where no row is one. */
export interface ListedTable {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Deeper pages were made to be slow to read: they are read so far. */
const DEEPEST = 1000;
const PIECE = 16_384;
const MOST_LINKS = 5000;
const MOST_ROWS = 5000;
const MOST_CELLS = 60;
const LONGEST_TEXT = 2000;
const ASIDE = new Set(["nav", "header", "footer", "aside", "form"]);
const UNREAD = new Set(["script", "style", "template", "noscript", "svg"]);
const FEED_TYPE = /^application\/(rss|atom|rdf|feed)\+(xml|json)$/i;

interface OpenTable {
  caption: string;
  header: string[];
  rows: string[][];
  row: { cells: string[]; isHeader: boolean } | null;
}

/** Reads a page of HTML, however broken, in one pass: nothing is built that could grow deeper or larger than it. */
export function readListing(html: string): Listing {
  const reading = newReading();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => (reading.depth++, opened(reading, name, attributes)),
      onclosetag: (name) => (reading.depth--, closed(reading, name)),
      ontext: (text) => said(reading, text),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < html.length && reading.depth <= DEEPEST; at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
  }
  if (reading.depth <= DEEPEST) parser.end();
  const { title, base, feeds, links, tables } = reading;
  return { title: folded(title), base, feeds, links, tables: tables.map(finished) };
}

function newReading() {
  return {
    title: "",
    base: null as string | null,
    feeds: [] as ListedLink[],
    links: [] as ListedLink[],
    tables: [] as OpenTable[],
    open: [] as OpenTable[],
    link: null as { href: string; text: string } | null,
    /** Where text goes: the innermost of cell, caption, title. */
    into: null as "cell" | "caption" | "title" | null,
    cell: "",
    isHeaderCell: false,
    depth: 0,
    asides: 0,
    unread: 0,
  };
}

type Reading = ReturnType<typeof newReading>;

function opened(reading: Reading, name: string, attributes: Readonly<Record<string, string>>): void {
  if (UNREAD.has(name)) reading.unread++;
  if (ASIDE.has(name)) reading.asides++;
  if (name === "base") reading.base ??= attributes.href ?? null;
  if (name === "title" && reading.title === "") reading.into = "title";
  if (name === "br" || name === "p" || name === "li") said(reading, " ");
  if (name === "link") keepFeed(reading, attributes);
  if (name === "a" && attributes.href !== undefined) reading.link = { href: attributes.href, text: "" };
  if (name === "img" && reading.link) reading.link.text += ` ${attributes.alt ?? ""} `;
  openedInTable(reading, name);
}

function openedInTable(reading: Reading, name: string): void {
  const table = reading.open.at(-1);
  if (name === "table") {
    const begun = { caption: "", header: [], rows: [], row: null };
    reading.open.push(begun);
    reading.tables.push(begun);
  } else if (table && name === "caption") reading.into = "caption";
  else if (table && name === "tr") table.row = { cells: [], isHeader: true };
  else if (table?.row && (name === "td" || name === "th")) {
    reading.into = "cell";
    reading.cell = "";
    reading.isHeaderCell = name === "th";
  }
}

function keepFeed(
  { feeds }: Reading,
  { rel = "", type = "", href, title = "" }: Readonly<Record<string, string>>,
) {
  if (href === undefined || feeds.length >= MOST_CELLS) return;
  if (/\balternate\b/i.test(rel) && FEED_TYPE.test(type)) feeds.push({ href, text: title, isAside: false });
}

function closed(reading: Reading, name: string): void {
  if (UNREAD.has(name)) reading.unread = Math.max(0, reading.unread - 1);
  if (ASIDE.has(name)) reading.asides = Math.max(0, reading.asides - 1);
  if (name === "title" && reading.into === "title") reading.into = null;
  if (name === "a" && reading.link) {
    const { href, text } = reading.link;
    const link = { href, text: folded(text), isAside: reading.asides > 0 };
    if (reading.links.length < MOST_LINKS) reading.links.push(link);
    reading.link = null;
  }
  const table = reading.open.at(-1);
  if (table) closedInTable(reading, table, name);
}

function closedInTable(reading: Reading, table: OpenTable, name: string): void {
  if (name === "caption") reading.into = null;
  if ((name === "td" || name === "th") && table.row) {
    if (table.row.cells.length < MOST_CELLS) table.row.cells.push(folded(reading.cell));
    table.row.isHeader &&= reading.isHeaderCell;
    reading.into = null;
  }
  if (name === "tr" && table.row) {
    const { cells, isHeader } = table.row;
    if (isHeader && table.header.length === 0 && cells.length > 1) table.header = cells;
    else if (cells.length > 0 && table.rows.length < MOST_ROWS) table.rows.push(cells);
    table.row = null;
  }
  if (name === "table") reading.open.pop();
}

function said(reading: Reading, text: string): void {
  if (reading.unread > 0) return;
  if (reading.link && reading.link.text.length < LONGEST_TEXT) reading.link.text += text;
  if (reading.into === "title") reading.title = (reading.title + text).slice(0, LONGEST_TEXT);
  if (reading.into === "cell" && reading.cell.length < LONGEST_TEXT) reading.cell += text;
  const table = reading.open.at(-1);
  if (reading.into === "caption" && table) table.caption = (table.caption + text).slice(0, LONGEST_TEXT);
}

function finished({ caption, header, rows }: OpenTable): ListedTable {
  return { caption: folded(caption), header, rows };
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
