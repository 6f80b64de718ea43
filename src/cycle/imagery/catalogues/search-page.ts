import { OutsideFailed } from "#model/input-error.ts";
import type { Filtering, ImageryItem, Question } from "#science/imagery/index.ts";

/** A catalogue to search. */
export interface Catalogue {
  readonly id: string;
  readonly url: string;
  readonly pageSize: number;
}

/** Where a search goes on: the page, how many of its items were given already, and how it is filtered. */
export interface SearchCursor {
  readonly question: Question | null;
  readonly skip: number;
  readonly filtering: Filtering;
}

/** Some items in the catalogue's order, and where to go on after them: null at the end. */
export interface SearchPage {
  readonly items: readonly ImageryItem[];
  /** Where these items begin: with so many more to skip, the place after any of them. */
  readonly at: SearchCursor;
  readonly next: SearchCursor | null;
  /** What was done otherwise than asked at first, for people. */
  readonly notes: readonly string[];
}

/** The search broke off; what was given stays good, and the cursor goes on where it broke. */
export class SearchBroken extends OutsideFailed {
  override readonly name = "OutsideFailed";
  readonly cursor: SearchCursor | null;

  constructor(what: string, cursor: SearchCursor | null, cause?: unknown) {
    super(what, cause);
    this.cursor = cursor;
  }
}

/** How messages call a catalogue. */
export function hostOf({ url }: Catalogue): string {
  return URL.canParse(url) ? new URL(url).host || url : url;
}

/** OutsideFailed becomes SearchBroken with the place; what is a fault of our own stays as it is. */
export function brokenBy(error: unknown, catalogue: Catalogue, cursor: SearchCursor | null): unknown {
  if (!(error instanceof OutsideFailed) || error instanceof SearchBroken) return error;
  return new SearchBroken(`${hostOf(catalogue)}: ${error.message}`, cursor, error);
}
