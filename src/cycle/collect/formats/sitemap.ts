import { readSitemap } from "#science/text/index.ts";
import type { ReadDocuments, ReplyToRead } from "../network-source.ts";
import { addressIn, newDocument } from "./new-document.ts";

const MOST_ENTRIES = 500;
const MOST_CHILDREN = 5;

/** Reads a sitemap: its latest addresses as entries; of an index, the way to the latest sitemaps of the same host. */
export function readSitemapEntries(reply: ReplyToRead): ReadDocuments {
  const sitemap = readSitemap(reply.bytes, { url: reply.url.href, contentType: reply.mediaType });
  if ("wrong" in sitemap) throw new RangeError(`${sitemap.wrong}; ${sitemap.right}`);
  const latest = sitemap.entries
    .map((entry) => ({ ...entry, at: entry.news?.published ?? entry.modified ?? "" }))
    .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
  if (sitemap.kind === "index") {
    const children = latest
      .map(({ url }) => own(url, reply.url))
      .filter((url) => url !== null)
      .slice(0, MOST_CHILDREN);
    return { documents: [], rejects: [], follow: children.map((url) => ({ url })) };
  }
  const documents = latest.slice(0, MOST_ENTRIES).flatMap(({ url, news, modified }, index) => {
    const address = addressIn(url, reply.url);
    if (address === null) return [];
    const document = newDocument(reply, {
      ...{ form: "entry", kind: "article", url: address, canonical: address },
      title: news?.title ?? "",
      published: news?.published ?? modified,
      language: news?.language ?? reply.language,
      locator: { type: "entry", index },
    });
    return [document];
  });
  return { documents, rejects: [] };
}

/** A sitemap speaks for its own host only (sitemaps.org, "Sitemap file location"). */
function own(address: string, at: URL): URL | null {
  const found = addressIn(address, at);
  if (found === null) return null;
  const url = new URL(found);
  return url.host === at.host ? url : new URL(url.pathname + url.search, at);
}
