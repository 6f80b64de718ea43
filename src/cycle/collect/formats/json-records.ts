import { decodeBytes, epochMs, plainText } from "#science/text/index.ts";
import type { DocumentAttributes } from "#model/source-document.ts";
import type { Question, ReadDocuments, ReplyToRead } from "../network-source.ts";
import { addressIn, momentIn, newDocument } from "./new-document.ts";
import { unreadRecords } from "./unread-records.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Under what names services keep what a document needs, the better first. */
const NAMES = ["id", "guid", "uuid", "slug", "cveID", "document_number", "name_id"];
const TITLES = ["title", "headline", "name", "vulnerabilityName", "value", "display_name", "subject"];
const TEXTS = [
  ...["content_text", "body", "text", "description", "summary", "abstract", "shortDescription", "teaser"],
  "content",
];
const ADDRESSES = ["url", "html_url", "link", "web_url", "href", "permalink", "uri", "doi"];
const PUBLISHED = [
  ...["published_at", "publishedAt", "published", "publication_date", "date_published", "pub_date"],
  ...["datePublished", "date_gmt"],
  ...["last_updated", "updated_at", "modified", "updated", "dateAdded", "seendate", "date", "created"],
];
const AUTHORS = ["authors", "author", "byline", "news_site", "domain"];

/**
 * Reads a JSON reply that lists records, or has one on each line: any service's, by the names such services use.
 * SyntaxError for no JSON.
 */
export function readJsonRecords(reply: ReplyToRead, kind: string): ReadDocuments {
  const body = parseJsonOrLines(reply);
  const listed = recordsIn(body);
  if (listed === null) throw new RangeError("it lists no records");
  const records = listed.slice(0, MOST_RECORDS);
  const read = records.map((record, index) => readRecord(reply, kind, record, index));
  const documents = read.filter((each) => each !== null);
  const rejects = records.flatMap((record, i) => {
    if (read[i] !== null) return [];
    const text = jsonOf(record).slice(0, 500);
    const right = `expected one of ${TITLES.join(", ")}`;
    return [
      { capture: reply.capture, line: i + 1, column: 1, wrong: "a record without a title", right, text },
    ];
  });
  const unread = unreadRecords(reply, MOST_RECORDS, listed.length);
  return { documents, rejects: [...rejects, ...unread], follow: nextPage(body, reply) };
}

/** One reply lists no more than this, or is no list. */
export const MOST_RECORDS = 50_000;

function parseJsonOrLines(reply: ReplyToRead): unknown {
  try {
    return parseJson(reply);
  } catch (error) {
    const { text } = decodeBytes(reply.bytes, { contentType: reply.mediaType });
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    if (lines.length < 2 || !lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) throw error;
    return lines.map((line) => JSON.parse(line) as unknown);
  }
}

/** The value of a JSON text, in UTF-8 (RFC 8259) or whatever else it was written in; SyntaxError for none. */
export function parseJson({ bytes, mediaType }: Pick<ReplyToRead, "bytes" | "mediaType">): unknown {
  return JSON.parse(decodeBytes(bytes, { contentType: mediaType }).text) as unknown;
}

/** A value as JSON; empty where it is nested too deep to be written. */
export function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The list of records: the reply itself, or the longest list of objects in its first two levels. */
function recordsIn(body: unknown): readonly Fields[] | null {
  if (Array.isArray(body)) return body.filter(isFields);
  if (!isFields(body)) return null;
  const inner = Object.values(body);
  const deeper = inner.filter(isFields).flatMap((value) => Object.values(value));
  const lists = [...inner, ...deeper].filter((value): value is unknown[] => Array.isArray(value));
  const best = lists
    .map((list) => list.filter(isFields))
    .reduce<Fields[] | null>((most, list) => (list.length > (most?.length ?? -1) ? list : most), null);
  return best !== null && (best.length > 0 || lists.some((list) => list.length === 0)) ? best : null;
}

function readRecord(reply: ReplyToRead, kind: string, record: Fields, index: number) {
  const title = textUnder(record, TITLES);
  if (title === "") return null;
  const url = addressIn(textUnder(record, ADDRESSES), reply.url) ?? reply.url.href;
  const name = textUnder(record, NAMES) || (url === reply.url.href ? title : "");
  return newDocument(reply, {
    form: /^(article|news)/.test(kind) ? "entry" : "record",
    ...{ kind, title, url },
    ...(name !== "" && { name }),
    text: textUnder(record, TEXTS) || textUnder(fieldsUnder(record, "mission"), TEXTS),
    authors: authorsIn(record),
    published: PUBLISHED.map((key) => timeIn(record[key])).find((at) => at !== null) ?? null,
    locator: { type: "entry", index },
    attributes: attributesOf(record),
  });
}

function textUnder(record: Fields, keys: readonly string[]): string {
  return keys.map((key) => textOf(record[key])).find((text) => text !== "") ?? "";
}

/** WordPress keeps a text under `rendered`. */
function textOf(value: unknown): string {
  if (typeof value === "string") return plain(value);
  if (isFields(value) && typeof value.rendered === "string") return plain(value.rendered);
  return typeof value === "number" ? String(value) : "";
}

/** Services put markup into their texts. */
function plain(text: string): string {
  const isMarkup = /<\/?[a-z][^<>]{0,500}>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(text);
  return isMarkup ? plainText(text) : text.trim();
}

/** A moment as a text, as its digits (20261123), or as seconds or milliseconds since 1970. */
function timeIn(value: unknown): string | null {
  if (typeof value !== "number") return momentIn(textOf(value));
  const ms = epochMs(value);
  const isCounted = ms >= FIRST_SECONDS_MS && ms < LAST_SECONDS_MS;
  return isCounted ? new Date(ms).toISOString() : momentIn(String(value));
}

/** Years such as 2026 are numbers too. */
const FIRST_SECONDS_MS = Date.UTC(1980, 0, 1);
const LAST_SECONDS_MS = Date.UTC(2100, 0, 1);

function fieldsUnder(record: Fields, key: string): Fields {
  const value = record[key];
  return isFields(value) ? value : {};
}

function authorsIn(record: Fields): string[] {
  const said = AUTHORS.map((key) => record[key]).find((value) => value !== undefined && value !== null);
  const each = Array.isArray(said) ? (said as unknown[]) : [said];
  return each
    .map((one) => (isFields(one) ? textUnder(one, ["name", "display_name"]) : textOf(one)))
    .filter((author) => /\p{L}/u.test(author))
    .slice(0, 20);
}

const LONGEST_VALUE = 300;
const MOST_ATTRIBUTES = 80;

/** The fields of a record two levels deep, dotted; long texts, which are no fields, left out. */
function attributesOf(record: Fields): DocumentAttributes {
  const attributes: Record<string, string | number | boolean | readonly string[]> = {};
  const add = (path: string, value: unknown) => {
    if (Object.keys(attributes).length >= MOST_ATTRIBUTES) return;
    if (typeof value === "number" || typeof value === "boolean") attributes[path] = value;
    else if (typeof value === "string" && value !== "" && value.length <= LONGEST_VALUE)
      attributes[path] = value;
    else if (Array.isArray(value)) {
      const texts = value.filter((one): one is string => typeof one === "string").slice(0, 50);
      if (texts.length > 0) attributes[path] = texts;
    }
  };
  for (const [key, value] of Object.entries(record)) {
    if (isFields(value)) for (const [inner, deeper] of Object.entries(value)) add(`${key}.${inner}`, deeper);
    else add(key, value);
  }
  return attributes;
}

/** Where the services say the next page is: at the top, in JSON:API or in HAL. */
function nextIn(body: Fields): string {
  const links = [body.links, body._links].map((each) => (isFields(each) ? each.next : undefined));
  const named = links.map((link) => (isFields(link) ? link.href : link));
  return [body.next, body.next_page_url, ...named].map(textOf).find((text) => text !== "") ?? "";
}

/** The next page where the reply names one at the same host. */
function nextPage(body: unknown, reply: ReplyToRead): Question[] {
  const next = isFields(body) ? nextIn(body) : "";
  const address = /^(https?:|\/|\?)/.test(next) ? addressIn(next, reply.url) : null;
  if (address === null) return [];
  const url = new URL(address);
  // A mirror passes on the addresses of what it mirrors.
  const own = url.host === reply.url.host ? url : new URL(url.pathname + url.search, reply.url);
  return own.href === reply.url.href ? [] : [{ url: own, accept: "application/json" }];
}
