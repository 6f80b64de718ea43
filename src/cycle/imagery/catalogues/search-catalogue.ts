import { OutsideFailed } from "#model/input-error.ts";
import {
  type Capabilities,
  countsPages,
  filteringOf,
  firstQuestion,
  type ImageryItem,
  isObject,
  type ItemSearch,
  type Json,
  matches,
  nextQuestion,
  numberIn,
  pageSizeOf,
  type Question,
  readCapabilities,
  readItem,
  withPageSize,
} from "#science/imagery/index.ts";
import { PassingFailure } from "./ask-again.ts";
import { askCatalogue, type CatalogueNetwork, CatalogueRefused } from "./ask-catalogue.ts";
import {
  brokenBy,
  type Catalogue,
  hostOf,
  SearchBroken,
  type SearchCursor,
  type SearchPage,
} from "./search-page.ts";
import { walkCatalogue } from "./walk-catalogue.ts";

const MOST_BARREN_PAGES = 5;

/**
 * Searches a catalogue page by page: by POST, by GET where that is refused, by walking where it has no search. Pages
 * shrink where the catalogue fails under them; each item is given once. SearchBroken where it fails for good or
 * does not come to an end.
 */
export async function* searchCatalogue(
  network: CatalogueNetwork,
  catalogue: Catalogue,
  search: ItemSearch,
  from: SearchCursor | null = null,
): AsyncGenerator<SearchPage> {
  const start = from?.question
    ? { cursor: from, offers: null, notes: [] }
    : await begin(network, catalogue, search, from);
  if ("landing" in start)
    return yield* walkCatalogue({ network, catalogue, search, root: start.landing }, from);
  const [seen, asked] = [new Set<string>(), new Set<string>()];
  let notes: readonly string[] = start.notes;
  let { cursor } = start;
  for (let barren = 0; ;) {
    const reading: PageReading = { network, search, cursor, isFirst: asked.size === 0, offers: start.offers };
    const page = await readPage(reading, catalogue);
    asked.add(JSON.stringify(page.cursor.question));
    const fresh = page.items.filter(({ item }) => !seen.has(keyOf(item)));
    for (const { item } of fresh) seen.add(keyOf(item));
    const wanted = fresh
      .filter(({ document, item }) => isWanted(document, item, search, page.cursor))
      .slice(page.cursor.skip);
    const next = nextCursor(page.document, page.cursor, from === null ? seen.size : Infinity);
    yield { items: wanted.map(({ item }) => item), at: page.cursor, next, notes: [...notes, ...page.notes] };
    if (next === null) return;
    barren = fresh.length === 0 ? barren + 1 : 0;
    if (asked.has(JSON.stringify(next.question))) {
      throw new SearchBroken(`${hostOf(catalogue)}: the next page is one that was read already`, null);
    }
    if (barren >= MOST_BARREN_PAGES) {
      throw new SearchBroken(`${hostOf(catalogue)}: ${barren} pages in a row brought nothing new`, null);
    }
    [cursor, notes] = [next, []];
  }
}

interface Beginning {
  readonly cursor: SearchCursor;
  readonly offers: Capabilities | null;
  readonly notes: readonly string[];
}

/** The first question; the landing page where the catalogue is one of files, null where it is on this machine. */
async function begin(
  network: CatalogueNetwork,
  catalogue: Catalogue,
  search: ItemSearch,
  from: SearchCursor | null,
): Promise<Beginning | { readonly landing: Json | null }> {
  if (!/^https?:/.test(catalogue.url)) return { landing: null };
  const landing = await broken(catalogue, from, () =>
    askCatalogue(network, { method: "GET", url: catalogue.url, body: null }),
  );
  const offers = readCapabilities(landing, slashed(catalogue.url));
  if (offers === null && landing.type !== "Feature" && landing.type !== "FeatureCollection") {
    throw new SearchBroken(`${hostOf(catalogue)}: its landing page is no STAC catalogue`, null);
  }
  const method = offers?.postSearch ? "POST" : "GET";
  const url = offers?.postSearch ?? offers?.getSearch ?? null;
  if (offers === null || url === null) return { landing };
  const filtering = filteringOf(offers, method, search);
  const question = firstQuestion(search, url, { method, filtering, pageSize: catalogue.pageSize });
  const isOwn = search.conditions.length > 0 && filtering === "own";
  const notes = isOwn ? ["the catalogue does not filter by property: its answers are filtered here"] : [];
  return { cursor: { question, skip: 0, filtering }, offers, notes };
}

/** An address of a folder, so that relative links lie below it. */
function slashed(url: string): string {
  return /\.json$|\/$|\?/.test(url) ? url : `${url}/`;
}

interface PageReading {
  readonly network: CatalogueNetwork;
  readonly search: ItemSearch;
  readonly cursor: SearchCursor;
  readonly isFirst: boolean;
  readonly offers: Capabilities | null;
}

interface Page {
  readonly document: Json;
  readonly items: readonly { readonly document: unknown; readonly item: ImageryItem }[];
  readonly cursor: SearchCursor;
  readonly notes: readonly string[];
}

/** Reads one page, smaller or asked otherwise where the catalogue will not have it as it is. */
async function readPage(reading: PageReading, catalogue: Catalogue): Promise<Page> {
  let { cursor } = reading;
  const notes: string[] = [];
  for (;;) {
    const { question } = cursor;
    const size = pageSizeOf(question!);
    const canShrink = (size ?? catalogue.pageSize) > 1 && (reading.isFirst || !countsPages(question!));
    try {
      const stopsAt = (failure: PassingFailure) =>
        failure.isTooMuch && canShrink && (size ?? Infinity) > SMALL_PAGE;
      const document = await askCatalogue(reading.network, question!, stopsAt);
      const { items, unread } = itemsOf(document, catalogue, question!);
      if (unread > 0) notes.push(`what cannot be read as an item is left out: ${unread} of a page`);
      return { document, items, cursor, notes };
    } catch (error) {
      const other = otherwise(
        error,
        reading,
        cursor,
        { canShrink, size: size ?? catalogue.pageSize },
        catalogue,
      );
      if (other === null) throw brokenBy(error, catalogue, cursor);
      notes.push(other.note);
      cursor = other.cursor;
    }
  }
}

/** From here on a failing page is asked for again before it is made smaller. */
const SMALL_PAGE = 10;
/** A gateway may forbid what the catalogue behind it would answer. */
const METHOD_REFUSED = new Set([403, 404, 405, 415, 501]);

/** Another way to ask after a failure; null where there is none. */
function otherwise(
  error: unknown,
  { search, isFirst, offers }: PageReading,
  cursor: SearchCursor,
  { canShrink, size }: { canShrink: boolean; size: number },
  { pageSize }: Catalogue,
): { cursor: SearchCursor; note: string } | null {
  const question = cursor.question!;
  const isTooMuch = error instanceof PassingFailure ? error.isTooMuch : isOfSize(error);
  if (isTooMuch && error instanceof OutsideFailed && canShrink) {
    const half = Math.max(1, Math.floor(size / 2));
    return {
      cursor: { ...cursor, question: withPageSize(question, half) },
      note: `${error.message}: asking for ${half} at once`,
    };
  }
  if (!(error instanceof CatalogueRefused) || !isFirst || offers === null) return null;
  if (METHOD_REFUSED.has(error.status) && question.method === "POST" && offers.getSearch !== null) {
    const filtering = filteringOf(offers, "GET", search);
    const asGet = firstQuestion(search, offers.getSearch, {
      method: "GET",
      filtering,
      pageSize: pageSizeOf(question) ?? pageSize,
    });
    return {
      cursor: { ...cursor, question: asGet, filtering },
      note: `HTTP ${error.status} to POST: asking by GET`,
    };
  }
  if (error.status === 400 && cursor.filtering !== "own") {
    const { method, url } = question;
    const plain = firstQuestion(search, url.split("?")[0]!, {
      method,
      filtering: "own",
      pageSize: pageSizeOf(question) ?? pageSize,
    });
    return {
      cursor: { ...cursor, question: plain, filtering: "own" },
      note: "HTTP 400 to the filter: its answers are filtered here",
    };
  }
  return null;
}

/** A catalogue that allows fewer items at once may refuse more instead of giving fewer. */
function isOfSize(error: unknown): boolean {
  if (!(error instanceof CatalogueRefused) || (error.status !== 400 && error.status !== 422)) return false;
  return /limit|page.?size/i.test(error.message) && !/filter|cql/i.test(error.message);
}

function itemsOf(document: Json, { id }: Catalogue, { url }: Question) {
  const features = Array.isArray(document.features) ? document.features : null;
  if (features === null) throw new OutsideFailed("its answer is no list of items");
  const items = features.flatMap((one: unknown) => {
    const item = readItem(one, id, url);
    return item === null ? [] : [{ document: one, item }];
  });
  return { items, unread: features.length - items.length };
}

/** What the catalogue filtered itself is not looked at again: it may know properties that it does not show. */
function isWanted(
  document: unknown,
  item: ImageryItem,
  search: ItemSearch,
  { filtering }: SearchCursor,
): boolean {
  if (filtering !== "own") return true;
  const { conditions } = search;
  return matches(document, item, {
    collections: [],
    ids: [],
    bbox: null,
    intersects: null,
    from: null,
    to: null,
    conditions,
  });
}

/** Null at the end: some catalogues link from an empty page to another, but say that all was given. */
function nextCursor(
  document: Json,
  { question, filtering }: SearchCursor,
  given: number,
): SearchCursor | null {
  const features = document.features as readonly unknown[];
  const next = nextQuestion(document, question!);
  if (next === null) return null;
  const context = isObject(document.context) ? document.context : {};
  const matched = numberIn(context, "matched") ?? numberIn(document, "numberMatched");
  const isEnd = features.length === 0 && matched !== null && matched <= given;
  return isEnd ? null : { question: next, skip: 0, filtering };
}

function keyOf({ collection, id }: ImageryItem): string {
  return `${collection}/${id}`;
}

async function broken<T>(
  catalogue: Catalogue,
  cursor: SearchCursor | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw brokenBy(error, catalogue, cursor);
  }
}
