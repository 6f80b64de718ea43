import type { Source } from "#model/source.ts";
import type { FormatName } from "../formats/format-names.ts";
import { FORMATS, type Format } from "../formats/formats.ts";
import type { NetworkSource } from "../network-source.ts";

/** Thirty requests a minute is a reader in a hurry, and no more. */
const BUDGET = [{ requests: 30, perMs: 60_000 }];

/** A row of the watch's catalogue as a source that can be asked, or why it cannot be. */
export function catalogueSource(row: Source): NetworkSource | { readonly why: string } {
  const format = formatOf(row);
  if (typeof format !== "string") return format;
  const address = URL.parse(row.feedUrl || row.url);
  if (address === null) return { why: "the catalogue names no address" };
  return sourceAt(address, FORMATS[format], {
    id: row.id,
    summary: row.name,
    language: /^[a-z]{2}$/.test(row.language) ? row.language : "",
    mayReadPages: !/headlines and links only/i.test(row.licence),
  });
}

interface About {
  readonly id: string;
  readonly summary: string;
  readonly language: string;
  readonly mayReadPages: boolean;
}

/** A source of that format at an address; a mirror keeps its path. */
export function sourceAt(address: URL, format: Format, { mayReadPages, ...about }: About): NetworkSource {
  const { everyMinutes, staleAfterHours, mostFollowed, mostPages, budget = BUDGET } = format;
  const { mostBytes, mostUnpackedBytes = mostBytes } = format;
  return {
    ...about,
    base: `${address.origin}/`,
    ...{ everyMinutes, staleAfterHours, mostBytes, mostUnpackedBytes, mostFollowed, budget },
    ...(!format.isForPrograms && { obeysRobots: true }),
    ...(mayReadPages && mostPages !== undefined && { mostPages }),
    ask: (base) => ({
      url: new URL(address.pathname.slice(1) + address.search, base),
      ...(format.accept !== undefined && { accept: format.accept }),
    }),
    reads: { noun: "documents", read: format.read },
  };
}

/** What the catalogue calls formats; some rows name the page that a file is found on. */
function formatOf({ format, feedUrl, url }: Source): FormatName | { readonly why: string } {
  const host = URL.parse(feedUrl || url)?.hostname ?? "";
  switch (format.toUpperCase()) {
    case "RSS":
    case "ATOM":
    case "RDF":
      return "rss";
    case "SITEMAP":
      return "sitemap";
    case "HTML":
    case "PDF":
    case "XML":
      return "html";
    case "JSON":
      return jsonFormatAt(host);
    case "CSV":
    case "TSV":
      return isOwnSource(host) ? { why: "asked as celestrak-satcat" } : "csv";
    case "MARCXML":
      return "marcxml";
    case "STIX":
      return "stix";
    case "TAXII":
      return "taxii";
    case "GDELT":
      return "gdelt";
    case "STAC":
      return { why: "searched for scenes, not read through" };
    default:
      return { why: `${format} is not read` };
  }
}

function jsonFormatAt(host: string): FormatName | { readonly why: string } {
  if (isOwnSource(host)) return { why: "asked as celestrak-active or space-track-gp" };
  if (host.endsWith("thespacedevs.com")) return "ll2";
  return host.endsWith("spaceflightnewsapi.net") ? "snapi" : "json";
}

/** Whose element sets and objects have sources of their own. */
function isOwnSource(host: string): boolean {
  return /(^|\.)(celestrak\.org|space-track\.org)$/.test(host);
}
