import { decodeBytes, readListing } from "#science/text/index.ts";
import type { Allowance, ReadDocumentsOf, ReplyToRead } from "../network-source.ts";
import type { FormatName } from "./format-names.ts";
import { readCsvRecords } from "./csv-records.ts";
import { readFeedEntries } from "./feed.ts";
import { readGdelt } from "./gdelt.ts";
import { readJsonRecords } from "./json-records.ts";
import { linkTo } from "./link-to.ts";
import { readPageListing } from "./page-listing.ts";
import { readSitemapEntries } from "./sitemap.ts";
import { readStixBundle } from "./stix.ts";
import { readTaxii, TAXII } from "./taxii.ts";
import { readUnDocuments } from "./un-documents.ts";

/** A way in which open sources publish: how it is read, and how often and how much may be asked of it. */
export interface Format {
  readonly read: ReadDocumentsOf;
  readonly accept?: string;
  readonly everyMinutes: number;
  readonly staleAfterHours: number;
  readonly mostBytes: number;
  /** Where it comes packed; as many as may come unpacked unless said. */
  readonly mostUnpackedBytes?: number;
  readonly mostFollowed: number;
  /** Of its entries' pages. */
  readonly mostPages?: number;
  readonly budget?: readonly Allowance[];
  /** Made for programs, under terms of its own. */
  readonly isForPrograms?: true;
}

const MIB = 2 ** 20;
/** In one round; what is left is for the next. */
const MOST_PAGES = 10;
const JSON_TYPE = "application/json";

/** Every format that is understood. */
export const FORMATS = {
  rss: {
    read: readFeedEntries,
    accept:
      "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
    ...{ everyMinutes: 60, staleAfterHours: 24, mostBytes: 5 * MIB, mostFollowed: 1, mostPages: MOST_PAGES },
  },
  sitemap: {
    read: readSitemapEntries,
    ...{
      everyMinutes: 360,
      staleAfterHours: 72,
      mostBytes: 32 * MIB,
      mostFollowed: 6,
      mostPages: MOST_PAGES,
    },
  },
  html: {
    read: (reply) =>
      reply.step === "feed" || isFeed(textOf(reply))
        ? readFeedEntries(reply)
        : readPageListing(reply, readListing(textOf(reply))),
    accept: "text/html, application/xhtml+xml",
    ...{ everyMinutes: 360, staleAfterHours: 72, mostBytes: 4 * MIB, mostFollowed: 1, mostPages: MOST_PAGES },
  },
  gdelt: {
    read: (reply) => readGdelt(reply, { onlyBetweenStates: false }),
    ...{ everyMinutes: 15, staleAfterHours: 6, mostFollowed: 3, isForPrograms: true },
    ...{ mostBytes: 32 * MIB, mostUnpackedBytes: 64 * MIB },
  },
  taxii: {
    read: readTaxii,
    accept: TAXII,
    ...{
      everyMinutes: 360,
      staleAfterHours: 7 * 24,
      mostBytes: 64 * MIB,
      mostUnpackedBytes: 128 * MIB,
      mostFollowed: 100,
    },
    budget: [{ requests: 60, perMs: 60_000 }],
    isForPrograms: true,
  },
  stix: {
    read: (reply) => linkTo(reply, /stix|\.json\b/i) ?? readStixBundle(reply),
    ...{
      everyMinutes: 1440,
      staleAfterHours: 14 * 24,
      mostBytes: 64 * MIB,
      mostUnpackedBytes: 128 * MIB,
      mostFollowed: 1,
    },
  },
  ll2: {
    read: (reply) => readJsonRecords(reply, "launch"),
    accept: JSON_TYPE,
    ...{ everyMinutes: 60, staleAfterHours: 24, mostBytes: 16 * MIB, mostFollowed: 3 },
    // What it allows those without an account (https://ll.thespacedevs.com/docs).
    budget: [{ requests: 15, perMs: 3_600_000 }],
    isForPrograms: true,
  },
  snapi: {
    read: (reply) => readJsonRecords(reply, "article"),
    accept: JSON_TYPE,
    ...{ everyMinutes: 30, staleAfterHours: 24, mostBytes: 16 * MIB, mostFollowed: 3, isForPrograms: true },
  },
  json: {
    read: (reply) => readJsonRecords(reply, "record"),
    accept: JSON_TYPE,
    ...{ everyMinutes: 60, staleAfterHours: 48, mostBytes: 32 * MIB, mostFollowed: 2 },
  },
  csv: {
    read: (reply) => linkTo(reply, /\.csv\b/i) ?? readCsvRecords(reply, "record", textOf(reply)),
    ...{ everyMinutes: 1440, staleAfterHours: 14 * 24, mostBytes: 32 * MIB, mostFollowed: 1 },
  },
  marcxml: {
    read: readUnDocuments,
    accept: "application/marcxml+xml, application/xml;q=0.9, */*;q=0.5",
    ...{ everyMinutes: 1440, staleAfterHours: 14 * 24, mostBytes: 32 * MIB, mostFollowed: 0 },
  },
} as const satisfies Record<FormatName, Format>;

/** Whether a feed came where a page was asked for. */
function isFeed(text: string): boolean {
  return /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF)[\s>]/i.test(text.slice(0, 1000));
}

/** The text of a reply, in whatever encoding it comes. */
function textOf({ bytes, mediaType }: ReplyToRead): string {
  return decodeBytes(bytes, { contentType: mediaType }).text;
}
