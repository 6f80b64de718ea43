import { OutsideFailed } from "#model/input-error.ts";
import {
  type CollectionSearch,
  type ImageryCollection,
  linksIn,
  matchesCollection,
  readCapabilities,
  readCollection,
} from "#science/imagery/index.ts";
import { askCatalogue, type CatalogueNetwork } from "./ask-catalogue.ts";
import { type Catalogue, hostOf } from "./search-page.ts";

const MOST_PAGES = 100;

/**
 * The collections of a catalogue that are looked for. What the catalogue does not search itself is searched here.
 * OutsideFailed where it lists none, or fails.
 */
export async function searchCollections(
  network: CatalogueNetwork,
  catalogue: Catalogue,
  search: CollectionSearch,
): Promise<ImageryCollection[]> {
  const landing = await askCatalogue(network, { method: "GET", url: catalogue.url, body: null });
  const offers = readCapabilities(landing, `${catalogue.url.replace(/\/$/, "")}/`);
  if (offers?.collections == null) throw new OutsideFailed(`${hostOf(catalogue)}: it lists no collections`);
  const found = new Map<string, ImageryCollection>();
  const asked = new Set<string>();
  let next: string | null = addressOf(
    offers.collections,
    offers.hasCollectionSearch,
    search,
    catalogue.pageSize,
  );
  while (next !== null && !asked.has(next) && asked.size < MOST_PAGES) {
    asked.add(next);
    const page = await askCatalogue(network, { method: "GET", url: next, body: null });
    for (const document of Array.isArray(page.collections) ? page.collections : []) {
      const collection = readCollection(document);
      if (collection !== null && matchesCollection(document, search)) found.set(collection.id, collection);
    }
    next = linksIn(page, next).find(({ rel }) => rel === "next")?.href ?? null;
  }
  return [...found.values()];
}

function addressOf(
  href: string,
  isSearched: boolean,
  { words, bbox, from, to }: CollectionSearch,
  limit: number,
): string {
  if (!isSearched) return href;
  const url = new URL(href);
  url.searchParams.set("limit", String(limit));
  if (words.length > 0) url.searchParams.set("q", words.join(" "));
  if (bbox !== null && bbox[0] <= bbox[2]) url.searchParams.set("bbox", bbox.join(","));
  if (from !== null || to !== null) url.searchParams.set("datetime", `${from ?? ".."}/${to ?? ".."}`);
  return url.href;
}
