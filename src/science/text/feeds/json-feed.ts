import { readDate } from "../dates/read-date.ts";
import { plainText } from "../markup/plain-text.ts";
import { resolveAddress } from "../markup/web-address.ts";
import { languageCode, languageOf } from "./entry-fields.ts";
import type { Feed, FeedEntry } from "./feed.ts";

type Bag = Readonly<Record<string, unknown>>;
const bagOf = (value: unknown): Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Bag) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textIn = (bag: Bag, key: string): string | null => {
  const value = bag[key];
  return typeof value === "string" && value.trim() !== ""
    ? value.trim()
    : typeof value === "number"
      ? String(value)
      : null;
};

/** A JSON Feed (jsonfeed.org, 1.0 and 1.1), null for any other JSON. */
export function readJsonFeed(value: unknown, address: string | null): Omit<Feed, "encoding"> | null {
  const bag = bagOf(value);
  if (!Array.isArray(bag["items"])) return null;
  const link = resolveAddress(textIn(bag, "home_page_url"), address);
  const base = link ?? resolveAddress(textIn(bag, "feed_url"), address) ?? address;
  const language = languageCode(textIn(bag, "language"));
  return {
    format: "json",
    title: textIn(bag, "title"),
    link,
    language,
    updated: null,
    entries: listOf(bag["items"]).map((item) =>
      entryOf(bagOf(item), { base, language, author: authorIn(bag) }),
    ),
    wellFormed: true,
  };
}

interface Inherited {
  readonly base: string | null;
  readonly language: string | null;
  readonly author: string | null;
}

function entryOf(item: Bag, { base, language, author }: Inherited): FeedEntry {
  const markup = textIn(item, "content_html");
  const link = resolveAddress(textIn(item, "url") ?? textIn(item, "external_url"), base);
  const title = textIn(item, "title");
  const content = textIn(item, "content_text") ?? (markup && plainText(markup));
  const summary = textIn(item, "summary");
  const published = readDate(textIn(item, "date_published") ?? "");
  return {
    id: textIn(item, "id") ?? link ?? title ?? "",
    ...{ title, link, summary, content, markup },
    published: published?.time ?? null,
    publishedPrecision: published?.precision ?? null,
    updated: readDate(textIn(item, "date_modified") ?? "")?.time ?? null,
    author: authorIn(item) ?? author,
    source: null,
    language: languageOf([title, summary, content], languageCode(textIn(item, "language")) ?? language),
  };
}

function authorIn(bag: Bag): string | null {
  return textIn(bagOf(listOf(bag["authors"])[0] ?? bag["author"]), "name");
}
