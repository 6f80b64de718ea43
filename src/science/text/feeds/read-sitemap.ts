import { readDate } from "../dates/read-date.ts";
import { decodeBytes } from "../encodings/decode-bytes.ts";
import { elementsOf, readMarkup, type MarkupNode } from "../markup/markup-tree.ts";
import { resolveAddress } from "../markup/web-address.ts";
import { languageCode } from "./entry-fields.ts";
import type { FeedFault } from "./feed.ts";
import type { FeedOptions } from "./read-feed.ts";
import { childNamed, constructText, valueOf } from "./feed-text.ts";
import { withUsualPrefixes } from "./namespaces.ts";

/** The pages of a site (`urlset`), or the sitemaps that list them (`index`). */
export interface Sitemap {
  readonly kind: "urlset" | "index";
  readonly entries: readonly SitemapEntry[];
  /** Locations that are no web addresses. */
  readonly unread: number;
  readonly wellFormed: boolean;
}

/** One address with what the sitemap says of it; times ISO 8601 UTC. */
export interface SitemapEntry {
  readonly url: string;
  readonly modified: string | null;
  readonly news: SitemapNews | null;
}

/** Google's news extension. */
export interface SitemapNews {
  readonly title: string | null;
  readonly published: string | null;
  readonly publication: string | null;
  readonly language: string | null;
}

/** Reads a sitemap or sitemap index (sitemaps.org 0.9, XML or one address a line); a fault where it is neither. */
export function readSitemap(
  bytes: Uint8Array,
  { url = null, contentType = null }: FeedOptions = {},
): Sitemap | FeedFault {
  const { text } = decodeBytes(bytes, { contentType });
  const start = text.replace(/^[\ufeff\s]+/, "");
  if (/^https?:\/\//i.test(start)) return listed(start);
  const { root, wellFormed } = readMarkup(start, { xml: true });
  const top = elementsOf(withUsualPrefixes(root)).find(({ name }) =>
    /(^|:)(urlset|sitemapindex)$/.test(name),
  );
  if (!top) return { wrong: "no sitemap", right: "expected urlset, sitemapindex or one address a line" };
  const isIndex = top.name.endsWith("sitemapindex");
  const found = elementsOf(top).filter(
    ({ name }) => name.replace(/^.*:/, "") === (isIndex ? "sitemap" : "url"),
  );
  const entries = found.map((node) => entryOf(node, url)).filter((entry) => entry !== null);
  return { kind: isIndex ? "index" : "urlset", entries, unread: found.length - entries.length, wellFormed };
}

function listed(text: string): Sitemap {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const urls = lines.filter((line) => /^https?:/i.test(line) && URL.canParse(line));
  const entries = urls.map((url) => ({ url, modified: null, news: null }));
  return { kind: "urlset", entries, unread: lines.length - urls.length, wellFormed: true };
}

function entryOf(node: MarkupNode, base: string | null): SitemapEntry | null {
  const url = resolveAddress(valueOf(childNamed(node, "loc")), base);
  if (url === null || !/^https?:/i.test(url) || !URL.canParse(url)) return null;
  const news = childNamed(node, "news:news");
  return {
    url,
    modified: readDate(valueOf(childNamed(node, "lastmod")) ?? "")?.time ?? null,
    news: news && newsOf(news),
  };
}

function newsOf(node: MarkupNode): SitemapNews {
  const publication = childNamed(node, "news:publication");
  return {
    title: constructText(childNamed(node, "news:title")),
    published: readDate(valueOf(childNamed(node, "news:publication_date")) ?? "")?.time ?? null,
    publication: publication && constructText(childNamed(publication, "news:name")),
    language: publication && languageCode(valueOf(childNamed(publication, "news:language"))),
  };
}
