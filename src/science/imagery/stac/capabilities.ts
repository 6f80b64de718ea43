import { isObject, type Json, linksIn, textsIn } from "./json-fields.ts";

/** What a catalogue can do, by its landing page. */
export interface Capabilities {
  /** Where items are searched with a body, null where only addresses are offered. */
  readonly postSearch: string | null;
  readonly getSearch: string | null;
  /** Filters in CQL2, as JSON for POST and as text for GET. */
  readonly hasCql2Json: boolean;
  readonly hasCql2Text: boolean;
  /** The older filter by property. */
  readonly hasQuery: boolean;
  /** Where collections are listed. */
  readonly collections: string | null;
  /** Whether that list can be searched by words, box and time. */
  readonly hasCollectionSearch: boolean;
}

/** Reads a landing page (STAC API 0.9 to 1.0); null for what is no catalogue. A catalogue of files has no search. */
export function readCapabilities(landing: unknown, base: string): Capabilities | null {
  if (!isObject(landing)) return null;
  const links = linksIn(landing, base);
  if (links.length === 0 && textsIn(landing, "conformsTo").length === 0) return null;
  const searches = links.filter(({ rel }) => rel === "search");
  const conforms = (pattern: RegExp) => textsIn(landing, "conformsTo").some((uri) => pattern.test(uri));
  const post = searches.find(({ method }) => method === "POST")?.href ?? null;
  const get = searches.find(({ method }) => method === "GET")?.href ?? null;
  const hasFilter = conforms(/item-search\/?#(item-)?filter|conf\/filter$/);
  return {
    postSearch: post ?? (isSilentOnMethods(landing) ? get : null),
    getSearch: get ?? post,
    hasCql2Json: hasFilter && conforms(/cql2-json/),
    hasCql2Text: hasFilter && conforms(/cql2-text/),
    hasQuery: conforms(/item-search\/?#query/),
    collections: links.find(({ rel }) => rel === "data")?.href ?? null,
    hasCollectionSearch: conforms(/collection-search/),
  };
}

/** Whether no search link says how it is asked: both ways are worth a try then. */
function isSilentOnMethods(landing: Json): boolean {
  const links = Array.isArray(landing.links) ? landing.links.filter(isObject) : [];
  return links.every((link) => link.rel !== "search" || link.method === undefined);
}
