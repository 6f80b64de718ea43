import { type FeedEntry, readFeed } from "#science/text/index.ts";
import type { ReadDocuments, ReplyToRead } from "../network-source.ts";
import { addressIn, folded, newDocument } from "./new-document.ts";
import { unreadRecords } from "./unread-records.ts";

const MOST_ENTRIES = 2000;

/** Reads a feed of any format and encoding; RangeError where the reply is none. */
export function readFeedEntries(reply: ReplyToRead): ReadDocuments {
  const feed = readFeed(reply.bytes, { url: reply.url.href, contentType: reply.mediaType });
  if ("wrong" in feed) throw new RangeError(`${feed.wrong}; ${feed.right}`);
  const entries = feed.entries.slice(0, MOST_ENTRIES);
  const shared = idsOfSeveral(entries);
  const nameOf = (entry: FeedEntry) =>
    (shared.has(entry.id) ? (entry.link ?? "") : entry.id) || wordsOf(entry);
  return {
    documents: entries.flatMap((entry, index) =>
      isNothing(entry)
        ? []
        : [documentOf(reply, entry, index, { name: nameOf(entry), language: feed.language })],
    ),
    rejects: [
      ...entries.flatMap((entry, i) =>
        isNothing(entry) ? [rejectOf(reply, i, "an entry without title, text and address")] : [],
      ),
      ...unreadRecords(reply, MOST_ENTRIES, feed.entries.length),
    ],
  };
}

/** Ids that tell entries with different links nothing apart, as where every one of them bears that of the feed. */
function idsOfSeveral(entries: readonly FeedEntry[]): ReadonlySet<string> {
  const links = new Map<string, string | null>();
  const shared = new Set<string>();
  for (const { id, link } of entries) {
    if (links.has(id) && links.get(id) !== link) shared.add(id);
    links.set(id, link);
  }
  return shared;
}

/** What an entry without an id is called by. */
function wordsOf({ title, content, summary }: FeedEntry): string {
  return title ?? folded(content ?? summary ?? "").slice(0, 120);
}

interface NamedEntry {
  readonly name: string;
  readonly language: string | null;
}

function documentOf(reply: ReplyToRead, entry: FeedEntry, index: number, { name, language }: NamedEntry) {
  const url = addressIn(entry.link ?? "", reply.url) ?? undefined;
  return newDocument(reply, {
    ...{ form: "entry", kind: "article", name },
    ...(url !== undefined && { url, canonical: url }),
    title: wordsOf(entry),
    text: entry.content ?? entry.summary ?? "",
    authors: entry.author === null ? [] : [entry.author],
    published: entry.published ?? entry.updated,
    language: entry.language ?? language ?? reply.language,
    locator: { type: "entry", index },
    attributes: {
      ...(entry.updated !== null && { updated: entry.updated }),
      ...(entry.publishedPrecision !== null && { precision: entry.publishedPrecision }),
      // Aggregators say whose entry it is: a copy is told from a second voice by it.
      ...(entry.source?.name && { origin: entry.source.name }),
      ...(entry.source?.url && { originUrl: entry.source.url }),
    },
  });
}

function isNothing({ title, link, content, summary }: FeedEntry): boolean {
  return !title && !link && !content && !summary;
}

function rejectOf({ capture }: ReplyToRead, i: number, wrong: string) {
  return { capture, line: i + 1, column: 1, wrong, right: "expected one of them", text: "" };
}
