import { readDate, type DateRead } from "../dates/read-date.ts";
import { identifyLanguage } from "../languages/identify-language.ts";
import { elementsOf, type MarkupNode } from "../markup/markup-tree.ts";
import { resolveAddress } from "../markup/web-address.ts";
import type { FeedEntry, FeedSource } from "./feed.ts";
import { childNamed, constructMarkup, constructText, valueOf } from "./feed-text.ts";

/** What an element inherits from those around it. */
export interface Surroundings {
  readonly base: string | null;
  readonly language: string | null;
}

export function within({ attributes }: MarkupNode, around: Surroundings): Surroundings {
  const base =
    attributes["xml:base"] === undefined ? around.base : resolveAddress(attributes["xml:base"], around.base);
  return { base, language: languageCode(attributes["xml:lang"]) ?? around.language };
}

/** `zh-Hans-CN` → `zh`; null for none. */
export function languageCode(tag: string | null | undefined): string | null {
  return /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag ?? "")?.[1]?.toLowerCase() ?? null;
}

/** The entry that an RSS item, an RDF item or an Atom entry tells. */
export function readEntry(node: MarkupNode, outer: Surroundings): FeedEntry {
  const around = within(node, outer);
  const content = childNamed(
    node,
    "content:encoded",
    "content",

    "div",
    "fullitem",
    "body",
  );
  const summary = childNamed(
    node,
    "description",
    "summary",
    "abstract",
    "dc:description",
    "itunes:summary",
    "media:description",
  );
  const link = entryLink(node, around);
  const title = constructText(childNamed(node, "title", "dc:title", "media:title", "itunes:title"));
  const published = dateOf(
    node,
    "pubdate",
    "published",
    "issued",
    "dc:date",
    "dcterms:issued",
    "dcterms:created",
    "created",
    "date",
  );
  const texts = { summary: constructText(summary), content: constructText(content) };
  return {
    id:
      valueOf(childNamed(node, "guid", "id", "dc:identifier")) ??
      node.attributes["rdf:about"] ??
      link ??
      title ??
      "",
    title,
    link,
    published: published?.time ?? null,
    publishedPrecision: published?.precision ?? null,
    updated: dateOf(node, "updated", "modified", "dcterms:modified", "lastbuilddate")?.time ?? null,
    ...texts,
    markup: constructMarkup(content) ?? constructMarkup(summary),
    author: authorOf(node),
    source: sourceOf(node, around),
    language: languageOf(
      [title, texts.summary, texts.content],
      languageCode(valueOf(childNamed(node, "dc:language", "language"))) ?? around.language,
    ),
  };
}

/** What the words are in where that is sure, else what was declared. */
export function languageOf(texts: readonly (string | null)[], declared: string | null): string | null {
  const text = texts.filter((one) => one !== null).join("\n");
  const found = identifyLanguage(text);
  return found.sure || declared === null ? (found.language ?? declared) : declared;
}

export function dateOf(node: MarkupNode, ...names: readonly string[]): DateRead | null {
  for (const name of names) {
    for (const found of elementsOf(node, name)) {
      const date = readDate(valueOf(found) ?? "");
      if (date) return date;
    }
  }
  return null;
}

/** The page an element points to: of Atom links the alternate one, of RSS the link, else a permanent guid. */
export function entryLink(node: MarkupNode, around: Surroundings): string | null {
  const links = elementsOf(node, "link");
  const page = (rel: string | undefined) => rel === undefined || rel === "alternate" || rel === "";
  const isHtml = ({ attributes: { type = "text/html" } }: MarkupNode) => /html/i.test(type);
  const alternates = links.filter(
    ({ attributes }) => attributes["href"] !== undefined && page(attributes["rel"]),
  );
  const alternate = alternates.find(isHtml) ?? alternates[0];
  const written = links.map((one) => [valueOf(one), one] as const).find(([text]) => text !== null);
  const guid = childNamed(node, "guid");
  const permanent = guid && guid.attributes["ispermalink"] !== "false" ? valueOf(guid) : null;
  const original = valueOf(childNamed(node, "feedburner:origlink"));
  if (original !== null) return resolveAddress(original, around.base);
  if (written) return resolveAddress(written[0], within(written[1], around).base);
  if (alternate) return resolveAddress(alternate.attributes["href"], within(alternate, around).base);
  if (permanent !== null && (guid!.attributes["ispermalink"] === "true" || /^https?:/i.test(permanent)))
    return resolveAddress(permanent, around.base);
  const elsewhere = childNamed(node, "content")?.attributes["src"];
  const about = node.attributes["rdf:about"] ?? node.attributes["href"] ?? elsewhere;
  return resolveAddress(about, around.base);
}

function authorOf(node: MarkupNode): string | null {
  const author = childNamed(node, "author");
  const name = author && (valueOf(childNamed(author, "name")) ?? valueOf(childNamed(author, "email")));
  const written =
    name ??
    valueOf(childNamed(node, "dc:creator", "dc:author")) ??
    (author && valueOf(author)) ??
    valueOf(childNamed(node, "itunes:author", "managingeditor"));
  return written && personName(written);
}

/** `mail@example.org (A. Name)` and `A. Name <mail@example.org>` → `A. Name`. */
function personName(written: string): string {
  const inBrackets = /^\s*\S+@\S+\s*\(([^)]+)\)\s*$/.exec(written)?.[1];
  return (inBrackets ?? written.replace(/\s*[<(]\S+@\S+[>)]\s*$/, "")).trim() || written.trim();
}

function sourceOf(node: MarkupNode, around: Surroundings): FeedSource | null {
  const source = childNamed(node, "source");
  if (!source) return null;
  const hasParts = elementsOf(source).length > 0;
  const name = hasParts ? constructText(childNamed(source, "title")) : constructText(source);
  const url = hasParts
    ? entryLink(source, within(source, around))
    : resolveAddress(source.attributes["url"], around.base);
  return name === null && url === null ? null : { name, url };
}
