/** What a client's reader subscribes to, before it is written as Atom or as JSON. */
export interface Feed {
  /** An IRI that stays the same wherever it is read. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Who says all this. */
  readonly author: string;
  /** The page that shows the same. */
  readonly home: string;
  readonly self: string;
  /** ISO 8601 UTC, from the record: a feed that nothing was added to stays as it is to the byte. */
  readonly updated: string;
  /** Latest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  /** The page that shows it as it was known. */
  readonly link: string;
  readonly marking: string;
  readonly labels: readonly string[];
  readonly paragraphs: readonly string[];
  /** The same for machines. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** How many entries a feed tells. */
export const MOST_ENTRIES = 100;

/** The latest entries, by when they were last changed, then by id. */
export function latestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  const keyOf = ({ updated, id }: FeedEntry) => `${updated} ${id}`;
  return entries.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1)).slice(0, MOST_ENTRIES);
}

/** When the latest of them changed; `otherwise` where there are none. */
export function lastUpdate(entries: readonly FeedEntry[], otherwise: string): string {
  return entries.reduce((last, { updated }) => (updated > last ? updated : last), "") || otherwise;
}

/** The paragraphs as HTML. */
export function htmlOf(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join("");
}

// Control characters, lone surrogates and the two non-characters may not stand in XML at all.
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text as it may stand in an element or an attribute of XML or HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll(NOT_IN_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
