/**
 * Where in its capture a document stands: an entry of a feed or list (from 0), the page as a whole, a row of a table
 * (its line, from 1), or an object by its id.
 */
export type DocumentLocator =
  | { readonly type: "entry"; readonly index: number }
  | { readonly type: "page" }
  | { readonly type: "row"; readonly line: number }
  | { readonly type: "object"; readonly id: string };

/**
 * How a document came: as what a feed or list says of it, as its own page, or as a record with fields. A page says
 * more than the entry that led to it, and takes its place.
 */
export type DocumentForm = "entry" | "page" | "record";

/** Fields of a record under their source's own names. */
export type DocumentAttributes = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One text or record as an open source published it, before anything is read out of it. */
export interface SourceDocument {
  /** The same for every version and form of it: the source's id, and what the source calls it or where it is. */
  readonly id: string;
  /** The id of the source. */
  readonly source: string;
  readonly form: DocumentForm;
  /** `article`, `launch`, `event`, `mention`, `advisory`, `incident`, `attack-pattern`: in the source's own words. */
  readonly kind: string;
  readonly url: string;
  /** The address that stands for all of its copies at that publisher; `url` where it names none. */
  readonly canonical: string;
  readonly title: string;
  /** As text, white space folded; empty where only a title is given. */
  readonly text: string;
  readonly authors: readonly string[];
  /** When it says it was published, ISO 8601 UTC with milliseconds; null where it says nothing that can be read. */
  readonly published: string | null;
  /** ISO 639-1; empty where it is not known. */
  readonly language: string;
  /** SHA-256 of the capture. */
  readonly capture: string;
  readonly locator: DocumentLocator;
  /** ISO 8601 UTC with milliseconds. */
  readonly fetchedAt: string;
  readonly attributes: DocumentAttributes;
}

/** A document as the store keeps it. */
export interface RecordedDocument {
  readonly document: SourceDocument;
  /** Counts up with every version stored: what came later than one seen before is asked for by it. */
  readonly seq: number;
  /** When it became public: when it says so, but no later than it was fetched; a later version, when that was. */
  readonly knownAt: string;
  readonly recordedAt: string;
  /** SHA-256 of what it says, its capture and time left out. */
  readonly contentHash: string;
}

/** When a document became public, ISO 8601 UTC with milliseconds; what claims to be from the future is taken at its coming. */
export function documentKnownAt({
  published,
  fetchedAt,
}: Pick<SourceDocument, "published" | "fetchedAt">): string {
  return published !== null && published < fetchedAt ? published : fetchedAt;
}

/** Whether of two versions of a document the first is the earlier, by when both say they were modified. */
export function isEarlierVersion(one: SourceDocument, other: SourceDocument): boolean {
  const [modified, otherModified] = [one, other].map(({ attributes }) =>
    Date.parse(String(attributes.modified ?? attributes.updated)),
  );
  return modified! < otherModified!;
}
