import type { Capabilities } from "./capabilities.ts";
import { type Condition, cql2Json, cql2Text, queryWords } from "./conditions.ts";
import { type BoundingBox, footprintOfBox } from "./footprint.ts";
import { isObject, type Json, linksIn } from "./json-fields.ts";

/** What is looked for. */
export interface ItemSearch {
  readonly collections: readonly string[];
  readonly ids: readonly string[];
  readonly bbox: BoundingBox | null;
  /** A GeoJSON geometry, in place of the box. */
  readonly intersects: Json | null;
  /** ISO 8601 UTC, null for open ends. */
  readonly from: string | null;
  readonly to: string | null;
  readonly conditions: readonly Condition[];
}

/** One request to a catalogue, which is also a place to go on from. */
export interface Question {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly body: Json | null;
  /** What the catalogue wants to be asked with beside that, as its link to this page says. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** How the conditions are put to the catalogue: by itself, or by us on what it answers. */
export type Filtering = "cql2" | "query" | "own";

/** The best way that a catalogue offers to filter. */
export function filteringOf(offers: Capabilities, method: Question["method"], search: ItemSearch): Filtering {
  if (search.conditions.length === 0) return "own";
  if (method === "POST" ? offers.hasCql2Json : offers.hasCql2Text) return "cql2";
  return method === "POST" && offers.hasQuery ? "query" : "own";
}

/** The first question of a search. */
export function firstQuestion(
  search: ItemSearch,
  url: string,
  { method, filtering, pageSize }: { method: Question["method"]; filtering: Filtering; pageSize: number },
): Question {
  const place = placeOf(search);
  const datetime =
    search.from === null && search.to === null ? null : `${search.from ?? ".."}/${search.to ?? ".."}`;
  const shared = {
    ...(search.collections.length > 0 && { collections: search.collections }),
    ...(search.ids.length > 0 && { ids: search.ids }),
    ...place,
    ...(datetime !== null && { datetime }),
    limit: pageSize,
  };
  if (method === "POST") return { method, url, body: { ...shared, ...filterBody(search, filtering) } };
  const address = new URL(url);
  for (const [name, value] of Object.entries(shared)) {
    address.searchParams.set(name, isObject(value) ? JSON.stringify(value) : String(value));
  }
  if (filtering === "cql2") {
    address.searchParams.set("filter", cql2Text(search.conditions));
    address.searchParams.set("filter-lang", "cql2-text");
  }
  return { method, url: address.href, body: null };
}

/** A box over the antimeridian goes as an area of two parts, which no catalogue reads the wrong way round. */
function placeOf({ bbox, intersects }: ItemSearch): Json {
  if (intersects !== null) return { intersects };
  if (bbox === null) return {};
  return bbox[0] <= bbox[2] ? { bbox } : { intersects: footprintOfBox(bbox) };
}

function filterBody({ conditions }: ItemSearch, filtering: Filtering): Json {
  if (filtering === "query") return { query: queryWords(conditions) };
  const filter = filtering === "cql2" ? cql2Json(conditions) : null;
  return filter === null ? {} : { filter, "filter-lang": "cql2-json" };
}

/** How many items a question asks for at once, null where it does not say. */
export function pageSizeOf({ body, url }: Question): number | null {
  const limit = body?.limit ?? new URL(url).searchParams.get("limit");
  const size = limit === null || limit === undefined ? NaN : Number(limit);
  return Number.isInteger(size) && size > 0 ? size : null;
}

/** The same question with another number of items at once. */
export function withPageSize(question: Question, size: number): Question {
  if (question.method === "POST") return { ...question, body: { ...question.body, limit: size } };
  const url = new URL(question.url);
  url.searchParams.set("limit", String(size));
  return { ...question, url: url.href };
}

/** Whether a question counts pages, so that pages of another size would leave items out. */
export function countsPages({ body, url }: Question): boolean {
  return body?.page !== undefined || new URL(url).searchParams.has("page");
}

/** The question for the next page: the link's body alone, or over the last one where the link says so; null at the end. */
export function nextQuestion(page: Json, asked: Question): Question | null {
  const link = linksIn(page, asked.url).find(({ rel }) => rel === "next");
  if (link === undefined) return null;
  const size = pageSizeOf(asked);
  const isSameHost = new URL(link.href).origin === new URL(asked.url).origin;
  const headers = isSameHost && Object.keys(link.headers).length > 0 ? { headers: link.headers } : {};
  if (link.method === "GET") return sized({ method: "GET", url: link.href, body: null, ...headers }, size);
  const isShort = link.body !== null && !hasSubject(link.body) && hasSubject(asked.body ?? {});
  const body = link.merge || isShort || link.body === null ? { ...asked.body, ...link.body } : link.body;
  return sized({ method: "POST", url: link.href, body, ...headers }, size);
}

function sized(question: Question, size: number | null): Question {
  return size === null || countsPages(question) ? question : withPageSize(question, size);
}

/** Some catalogues give only the token and leave merging out, as eoAPI and Earth Search do at times. */
function hasSubject(body: Json): boolean {
  return ["collections", "bbox", "intersects", "datetime", "ids", "filter", "query"].some(
    (key) => key in body,
  );
}

/** Whether two questions are the same, so that going on would never end. */
export function isSameQuestion(one: Question, other: Question): boolean {
  return (
    one.method === other.method &&
    one.url === other.url &&
    JSON.stringify(one.body) === JSON.stringify(other.body)
  );
}
