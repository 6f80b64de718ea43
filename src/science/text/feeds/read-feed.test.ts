import fc from "fast-check";
import { expect, test } from "vitest";
import { readFeed } from "./read-feed.ts";
import { readSitemap } from "./read-sitemap.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, url: string | null = null) => {
  const feed = readFeed(bytes(text), { url });
  if ("wrong" in feed) throw new Error(feed.wrong);
  return feed;
};

test("an RSS item gives what it says, with the origin that an aggregator stamped on it", () => {
  const feed =
    read(`<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>Space &amp; Moon</title><link>https://example.org/</link><language>en-gb</language>
    <item><title>Station &lt;b&gt;agreed&lt;/b&gt;</title><link>/2021/station</link><guid isPermaLink="false">77</guid>
      <pubDate>Tue, 09 Mar 2021 10:30:00 +0300</pubDate><dc:creator>A. Writer</dc:creator>
      <description>Two agencies signed.</description><content:encoded><![CDATA[<p>Two agencies</p><p>signed&nbsp;it.</p>]]></content:encoded>
      <source url="https://wire.example/feed">The Wire</source></item></channel></rss>`);
  expect(feed).toMatchObject({
    format: "rss",
    title: "Space & Moon",
    link: "https://example.org/",
    language: "en",
    wellFormed: true,
  });
  expect(feed.entries).toEqual([
    {
      id: "77",
      title: "Station agreed",
      link: "https://example.org/2021/station",
      published: "2021-03-09T07:30:00.000Z",
      publishedPrecision: "second",
      updated: null,
      summary: "Two agencies signed.",
      content: "Two agencies\nsigned it.",
      markup: "<p>Two agencies</p><p>signed&nbsp;it.</p>",
      author: "A. Writer",
      source: { name: "The Wire", url: "https://wire.example/feed" },
      language: "en",
    },
  ]);
});

test("Atom links are resolved against xml:base, and the alternate one is taken", () => {
  const [entry] =
    read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://example.org/a/"><title>x</title>
    <entry xml:base="b/" xml:lang="ru"><id>urn:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Луна <b>ждёт</b></div></title>
    <link rel="self" href="self"/><link rel="alternate" href="page"/><updated>2021-03-09T10:30:00+03:00</updated>
    <author><name>Редакция</name></author></entry></feed>`).entries;
  expect(entry).toMatchObject({
    id: "urn:1",
    title: "Луна ждёт",
    link: "http://example.org/a/b/page",
    language: "ru",
    author: "Редакция",
  });
  expect(entry).toMatchObject({ published: null, updated: "2021-03-09T07:30:00.000Z" });
});

test("RDF, whose items stand beside the channel, and any choice of prefixes", () => {
  const feed =
    read(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:k="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
    <k:channel r:about="http://example.org/"><k:title>新闻</k:title></k:channel>
    <k:item r:about="http://example.org/1"><k:title>月球科研站</k:title><d:date>2021-03-09</d:date></k:item></r:RDF>`);
  expect(feed).toMatchObject({ format: "rdf", title: "新闻" });
  expect(feed.entries[0]).toMatchObject({
    id: "http://example.org/1",
    link: "http://example.org/1",
    language: "zh",
    publishedPrecision: "day",
  });
});

test("addresses in a JSON Feed are resolved against its home, and that against where it came from", () => {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    home_page_url: "/news/",
    items: [{ url: "p/1" }],
  };
  const read = readFeed(Buffer.from(JSON.stringify(feed)), { url: "https://example.org/feed.json" });
  expect(read).toMatchObject({
    link: "https://example.org/news/",
    entries: [{ link: "https://example.org/news/p/1" }],
  });
});

test("an Atom entry whose content is elsewhere is where that is", () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:1</id><title>One</title>
    <content type="text/html" src="/one.html"/></entry></feed>`;
  expect(readFeed(Buffer.from(atom), { url: "https://example.org/feed" })).toMatchObject({
    entries: [{ link: "https://example.org/one.html" }],
  });
});

test("a JSON Feed is a feed", () => {
  const feed = read(
    '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":1,"url":"/p","content_html":"<p>One</p>","date_published":"2021-03-09T10:00:00Z"}]}',
    "https://example.org/feed.json",
  );
  expect(feed.entries[0]).toMatchObject({
    id: "1",
    link: "https://example.org/p",
    content: "One",
    published: "2021-03-09T10:00:00.000Z",
  });
});

test("a broken feed is read as far as it goes, and says so", () => {
  const feed = read(
    "\n junk <rss><channel><title>AT&T news</title><item><title>One</title><link>http://e.org/?a=1&b=2</link></item><item><title>Two",
  );
  expect(feed.wellFormed).toBe(false);
  expect(feed.entries.map(({ title }) => title)).toEqual(["One", "Two"]);
  expect(feed.entries[0]!.link).toBe("http://e.org/?a=1&b=2");
});

test("a page, or nothing, is a fault and no feed", () => {
  expect(readFeed(bytes("<!doctype html><html><p>Hello"))).toEqual({
    wrong: "a web page, no feed",
    right: expect.any(String),
  });
  expect(readFeed(bytes(""))).toMatchObject({ wrong: "nothing in it" });
  expect(readFeed(bytes("{"))).toMatchObject({ wrong: "broken JSON" });
});

test("entities that a document declares are never expanded", () => {
  const lines = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
  const feed =
    read(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${lines}]>
    <rss><channel><title>&l9;&file;</title></channel></rss>`);
  expect(feed.title).toBe("&l9;&file;");
});

test("depth, elements and attributes without end cost a bounded time", () => {
  const hostile = [
    "<a>".repeat(500_000),
    `<rss><channel>${"<item>".repeat(300_000)}`,
    `<rss ${"a='b' ".repeat(400_000)}>`,
    `<rss><channel>${"<x>".repeat(500)}${"</y>".repeat(300_000)}`,
  ];
  for (const text of hostile) {
    const begin = process.hrtime.bigint();
    readFeed(bytes(text));
    expect(Number(process.hrtime.bigint() - begin) / 1e9).toBeLessThan(6);
  }
});

test("text that was encoded twice, or meant as Windows-1252, is mended", () => {
  const title = (text: string) => read(`<rss><channel><title>${text}</title></channel></rss>`).title;
  expect(title("don&#146;t")).toBe("don’t");
  expect(title("don\u0092t")).toBe("don’t");
  expect(title("caf&#195;&#169;")).toBe("café");
  expect(title("São Tomé")).toBe("São Tomé");
});

test("whatever the bytes, there is a feed or a fault", () => {
  const tag = fc.constantFrom(
    "<rss>",
    "<channel>",
    "<item>",
    "</item>",
    "<feed>",
    "<entry>",
    "<link href='x'/>",
    "<title>",
    "<![CDATA[",
    "]]>",
    "&#x;",
    "<!--",
    "<updated>",
    "2021-13-41",
    "<rdf:RDF>",
    "xml:base='::'",
    "{",
    '"items":[',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(tag, fc.string())), (parts) => {
      expect(readFeed(bytes(parts.join("")))).toBeTypeOf("object");
      expect(readSitemap(bytes(parts.join("")))).toBeTypeOf("object");
    }),
  );
});
