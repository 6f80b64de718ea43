import { decodeBytes, readFeed, type Feed, type FeedEntry } from "#science/text/index.ts";
import { plainText } from "#science/text/index.ts";

/** What a test feed is about, from the comment at its top (feedparser's convention). */
export interface FeedCase {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly expect: string;
}

export function feedCase(name: string, bytes: Uint8Array): FeedCase {
  const flat = Buffer.from(bytes).toString("latin1").replace(/\0/g, "");
  const expect = /Expect:\s*([^]*?)\s*-->/i.exec(flat)?.[1]?.trim() ?? "1";
  return { name, bytes, contentType: /Header:\s*Content-type:\s*(.*)/i.exec(flat)?.[1] ?? null, expect };
}

/** `unsaid` where nothing that we read is expected beyond reading it at all. */
export type Outcome = "right" | "wrong" | "unsaid";

/** Whether a feed gives what its comment expects, of the fields that both sides know. */
export function outcomeOf(one: FeedCase): { outcome: Outcome; told: string } {
  const url = `http://127.0.0.1:8097/${one.name}`;
  const feed = readFeed(one.bytes, { url, contentType: one.contentType });
  if ("wrong" in feed) return { outcome: /^bozo$/.test(one.expect) ? "right" : "wrong", told: feed.wrong };
  const checks = one.expect.split(/\s+and\s+/).flatMap((claim) => check(claim, feed, one));
  if (checks.length === 0) return { outcome: "unsaid", told: "" };
  const bad = checks.find(({ ok }) => !ok);
  return bad ? { outcome: "wrong", told: bad.told } : { outcome: "right", told: "" };
}

interface Check {
  readonly ok: boolean;
  readonly told: string;
}

function check(claim: string, feed: Feed, one: FeedCase): Check[] {
  const encoding = /^encoding == '([^']+)'/.exec(claim)?.[1];
  if (encoding !== undefined)
    return [{ ok: decodedAs(encoding, one), told: `${claim}, read as ${feed.encoding}` }];
  const count = /^len\(entries\) == (\d+)/.exec(claim)?.[1];
  if (count !== undefined)
    return [{ ok: feed.entries.length === Number(count), told: `${feed.entries.length} entries` }];
  const ordinal = /^ord\((entries\[\d+\]\['\w+'\])\) == (\d+)/.exec(claim);
  const [, path = "", literal = ""] = ordinal
    ? ["", ordinal[1], `'${String.fromCodePoint(Number(ordinal[2]))}'`]
    : (/^((?:feed|entries\[\d+\])(?:\.\w+|\['\w+'\]|\[\d+\])+) == (.+)$/s.exec(claim) ?? []);
  const got = path === "" ? undefined : valueAt(path, feed);
  if (got === undefined) return [];
  const want = pythonValue(literal);
  return want === undefined
    ? []
    : [
        {
          ok: sameText(got, want),
          told: `${path}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`,
        },
      ];
}

function decodedAs(encoding: string, { bytes, contentType }: FeedCase): boolean {
  const read = decodeBytes(bytes, { contentType });
  if (encoding.startsWith("utf-32")) return read.encoding === encoding;
  const label = encoding === "TIS-620" ? "windows-874" : encoding === "us-ascii" ? "windows-1252" : encoding;
  return read.text === new TextDecoder(label).decode(bytes);
}

/** The fields of ours that answer to feedparser's, undefined where there is none. */
function valueAt(path: string, feed: Feed): string | null | undefined {
  const keys = [...path.matchAll(/\w+/g)].map(([key]) => key);
  const [top, ...rest] = keys;
  if (top === "feed") return fieldOf(feed, rest);
  const entry = feed.entries[Number(rest[0])];
  if (!entry) return rest.length > 1 && KNOWN.test(rest[1]!) ? null : undefined;
  return entryField(entry, rest.slice(1));
}

const KNOWN = /^(title|link|id|guid|summary|description|content|author|published|updated)/;

function fieldOf(feed: Feed, keys: readonly string[]): string | null | undefined {
  const key = keys.join(".");
  if (key === "title" || key === "title_detail.value") return feed.title;
  if (key === "link") return feed.link;
  return key === "language" ? feed.language : undefined;
}

function entryField(entry: FeedEntry, keys: readonly string[]): string | null | undefined {
  switch (keys.join(".")) {
    case "title":
    case "title_detail.value":
      return entry.title;
    case "link":
      return entry.link;
    case "id":
    case "guid":
      return entry.id;
    case "summary":
    case "description":
    case "summary_detail.value":
      return entry.summary ?? entry.content;
    case "content.0.value":
      return entry.content ?? entry.summary;
    case "published_parsed":
      return entry.published;
    case "updated_parsed":
      return entry.updated ?? entry.published;
    case "author_detail.name":
      return entry.author;
    case "source.title":
    case "source.title_detail.value":
      return entry.source?.name ?? null;
    case "source.link":
      return entry.source?.url ?? null;
    default:
      return undefined;
  }
}

/** A Python string, or a time tuple as ISO 8601. */
function pythonValue(literal: string): string | undefined {
  const tuple = /^\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+),/.exec(literal);
  if (tuple) {
    const [year, month, day, hour, minute, second] = tuple.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString();
  }
  const text = /^u?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")$/s.exec(literal.trim());
  const raw = text?.[1] ?? text?.[2];
  return raw?.replace(
    /\\x([\da-f]{2})|\\u([\da-f]{4})|\\U([\da-f]{8})|\\n|\\(.)/gi,
    (all, x, u, long, one) =>
      all === "\\n" ? "\n" : x || u || long ? String.fromCodePoint(parseInt(x ?? u ?? long, 16)) : one,
  );
}

/** Markup is no part of the comparison: both sides as a reader sees them, without spaces. */
function sameText(got: string | null, want: string): boolean {
  const bare = (text: string) => text.replace(/\s+/g, "");
  return [want, plainText(want), plainText(plainText(want))].some((text) => bare(text) === bare(got ?? ""));
}
