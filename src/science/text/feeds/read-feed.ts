import { decodeBytes } from "../encodings/decode-bytes.ts";
import { elementsOf, readMarkup, type MarkupNode } from "../markup/markup-tree.ts";
import { dateOf, entryLink, languageCode, readEntry, within, type Surroundings } from "./entry-fields.ts";
import type { Feed, FeedFault } from "./feed.ts";
import { childNamed, constructText, valueOf } from "./feed-text.ts";
import { readJsonFeed } from "./json-feed.ts";
import { withUsualPrefixes } from "./namespaces.ts";

/** Where the bytes come from and what was said of them. */
export interface FeedOptions {
  /** The address it was fetched from: relative links are resolved against it. */
  readonly url?: string | null;
  readonly contentType?: string | null;
}

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF or JSON Feed, in any encoding and however broken; a fault
 * where the bytes are none of these. Never throws on what the world sends.
 */
export function readFeed(
  bytes: Uint8Array,
  { url = null, contentType = null }: FeedOptions = {},
): Feed | FeedFault {
  const { text, encoding } = decodeBytes(bytes, { contentType });
  const start = text.replace(/^[\ufeff\s]+/, "");
  if (start === "") return { wrong: "nothing in it", right: "expected a feed" };
  if (/^[{[]/.test(start)) return jsonFeed(start, url, encoding);
  const { root, wellFormed } = readMarkup(start, { xml: true });
  const feed = xmlFeed(withUsualPrefixes(root), { base: url, language: null });
  return feed ? { ...feed, wellFormed, encoding } : noFeed(start);
}

function noFeed(start: string): FeedFault {
  const isPage = /<html[\s>]|<!doctype\s+html/i.test(start.slice(0, 2000));
  const wrong = isPage ? "a web page, no feed" : "no feed that is known";
  return { wrong, right: "expected RSS, RDF, Atom, CDF or JSON Feed" };
}

function jsonFeed(text: string, url: string | null, encoding: string): Feed | FeedFault {
  try {
    const feed = readJsonFeed(JSON.parse(text), url);
    return feed ? { ...feed, encoding } : { wrong: "JSON without items", right: "expected a JSON Feed" };
  } catch {
    return { wrong: "broken JSON", right: "expected a JSON Feed" };
  }
}

type XmlFeed = Omit<Feed, "encoding" | "wellFormed">;

function xmlFeed(root: MarkupNode, around: Surroundings): XmlFeed | null {
  const top = find(
    root,
    (name) =>
      /^(rss|rdf:rdf|rdf|feed|channel|redirect)$/.test(name.replace(/^.*:(?=rss$|feed$|channel$)/, "")),
    3,
  );
  if (!top) return null;
  const name = top.name.replace(/^.*:/, "");
  if (name === "feed") return feedOf("atom", top, entriesOf(top, "entry"), within(top, around));
  const channel = name === "channel" ? top : childNamed(top, "channel");
  if (
    name === "rss" ||
    name === "redirect" ||
    (name === "channel" &&
      elementsOf(top, "title").length + elementsOf(top, "link").length > 0 &&
      top.attributes["href"] === undefined)
  ) {
    const inner = channel ?? top;
    const entries = [
      ...entriesOf(inner, "item", "entry"),
      ...(inner === top ? [] : entriesOf(top, "item", "entry")),
    ];
    return feedOf("rss", inner, entries, within(inner, within(top, around)));
  }
  if (name === "channel") return feedOf("cdf", top, entriesOf(top, "item"), within(top, around));
  const inRoot = [...entriesOf(top, "item"), ...(channel ? entriesOf(channel, "item") : [])];
  return feedOf("rdf", channel ?? top, inRoot, within(channel ?? top, within(top, around)));
}

function entriesOf(node: MarkupNode, ...names: readonly string[]): MarkupNode[] {
  return names.flatMap((name) => elementsOf(node, name));
}

function feedOf(
  format: Feed["format"],
  node: MarkupNode,
  entries: readonly MarkupNode[],
  around: Surroundings,
): XmlFeed {
  const link = entryLink(node, around);
  const language = languageCode(valueOf(childNamed(node, "language", "dc:language"))) ?? around.language;
  const base = around.base ?? (link !== null && URL.canParse(link) ? link : null);
  return {
    format,
    title: constructText(childNamed(node, "title", "dc:title")),
    link,
    language,
    updated: dateOf(node, "updated", "modified", "lastbuilddate", "pubdate", "dc:date")?.time ?? null,
    entries: entries.map((entry) => readEntry(entry, { base, language })),
  };
}

/** The first element in document order whose name fits, no deeper than so many levels. */
function find(node: MarkupNode, fits: (name: string) => boolean, levels: number): MarkupNode | null {
  for (const child of elementsOf(node)) {
    if (fits(child.name)) return child;
    const below = levels > 1 ? find(child, fits, levels - 1) : null;
    if (below) return below;
  }
  return null;
}
