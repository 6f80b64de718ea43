import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { FormatName } from "./format-names.ts";
import { FORMATS } from "./formats.ts";
import { addressIn, momentIn } from "./new-document.ts";
import { readAs as read } from "./testing/read-as.ts";

test("a feed's entries are documents with their address, text, author and time", () => {
  const { documents, rejects } = read(
    "rss",
    `<rss version="2.0"><channel><title>T</title><language>ru</language>
     <item><guid>g1</guid><title>Запуск &amp; посадка</title><link>/news/1?utm_source=rss#top</link>
     <description>&lt;p&gt;Ракета&lt;/p&gt;</description><pubDate>Mon, 23 Nov 2026 10:00:00 +0300</pubDate>
     <author>И. Петров</author></item></channel></rss>`,
  );
  expect(rejects).toEqual([]);
  expect(documents).toMatchObject([
    {
      ...{ id: "SRC-1/g1", form: "entry", kind: "article", title: "Запуск & посадка", text: "Ракета" },
      ...{ url: "https://example.org/news/1", published: "2026-11-23T07:00:00.000Z", language: "ru" },
      locator: { type: "entry", index: 0 },
    },
  ]);
});

test("entries are told apart by their links where the feed gives several one id, by their words where it gives none", () => {
  const item = (inner: string) => `<item>${inner}</item>`;
  const feed = (...items: string[]) => `<rss><channel>${items.map(item).join("")}</channel></rss>`;
  const ids = (...items: string[]) =>
    read("rss", feed(...items)).documents.map(({ id }) => id.replace("SRC-1/", ""));
  const guid = "<guid isPermaLink='false'>https://example.org/</guid>";
  expect(ids(`${guid}<title>One</title><link>/1</link>`, `${guid}<title>Two</title><link>/2</link>`)).toEqual(
    [...["https://example.org/1", "https://example.org/2"]],
  );
  expect(
    ids(`${guid}<title>One</title><link>/1</link>`, `${guid}<title>Mended</title><link>/1</link>`),
  ).toEqual([...["https://example.org/", "https://example.org/"]]);
  expect(ids("<description>Words alone</description>", "<description>Other words</description>")).toEqual([
    ...["Words alone", "Other words"],
  ]);
});

test("what is no feed is said to be none", () => {
  expect(() => read("rss", "<!doctype html><title>Gone</title>")).toThrow(RangeError);
});

test("entities that multiply stay as small as they were sent", () => {
  const bomb = `<!DOCTYPE l [<!ENTITY a "${"ha".repeat(50)}">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${"bcdefghij"[i]} "${`&${"abcdefghi"[i]};`.repeat(10)}">`).join("")}]>
    <rss version="2.0"><channel><item><title>&j;</title><link>https://example.org/x</link>
    <description><![CDATA[<!ENTITY x SYSTEM "file:///etc/passwd">&x;]]></description></item></channel></rss>`;
  const { documents } = read("rss", bomb);
  expect(JSON.stringify(documents).length).toBeLessThan(5000);
  expect(JSON.stringify(documents)).not.toMatch(/hahaha|root:/);
});

test("launches of Launch Library 2 are records with their fields, and the next page is asked of the same host", () => {
  const launch = {
    ...{
      id: "e3df2ecd",
      url: "https://ll.thespacedevs.com/2.3.0/launches/e3df2ecd/",
      name: "Long March 7A | Unknown",
    },
    ...{ net: "2026-12-01T10:00:00Z", last_updated: "2026-11-22T09:30:00Z", status: { id: 1, name: "Go" } },
    ...{
      mission: { name: "Unknown", description: "A payload nobody has described." },
      pad: { name: "201", latitude: 19.6 },
    },
  };
  const next = "https://ll.thespacedevs.com/2.3.0/launches/?limit=1&offset=1";
  const { documents, follow } = read(
    "ll2",
    JSON.stringify({ count: 2, next, previous: null, results: [launch] }),
    "http://127.0.0.1:8080/2.3.0/launches/?limit=1",
  );
  expect(documents).toMatchObject([
    {
      ...{
        id: "SRC-1/e3df2ecd",
        form: "record",
        kind: "launch",
        title: launch.name,
        text: launch.mission.description,
      },
      published: "2026-11-22T09:30:00.000Z",
      attributes: { net: launch.net, "status.name": "Go", "pad.latitude": 19.6 },
    },
  ]);
  expect(follow?.map(({ url }) => url.href)).toEqual([
    "http://127.0.0.1:8080/2.3.0/launches/?limit=1&offset=1",
  ]);
});

test("articles of the Spaceflight News API are entries whose pages can be read", () => {
  const { documents } = read(
    "snapi",
    JSON.stringify({
      results: [
        {
          ...{
            id: 7,
            title: "A title",
            url: "https://news.example/7",
            news_site: "News",
            summary: "In short.",
          },
          ...{ authors: [{ name: "A. Writer", socials: null }], published_at: "2026-11-20T01:02:03Z" },
        },
      ],
    }),
  );
  expect(documents).toMatchObject([
    {
      form: "entry",
      url: "https://news.example/7",
      authors: ["A. Writer"],
      published: "2026-11-20T01:02:03.000Z",
    },
  ]);
});

const SNAPI = "../shared/data/text/space/spaceflight_news_30.json";
test.skipIf(!existsSync(SNAPI))("thirty articles as the API has sent them are all read", () => {
  const { documents, rejects } = read("snapi", readFileSync(SNAPI));
  expect([documents.length, rejects.length]).toEqual([30, 0]);
  expect(documents.filter(({ published, title, url }) => published && title && url)).toHaveLength(30);
});

test("records of other services are read by the names such services use, and one without a title is a reject", () => {
  const kev = read(
    "json",
    JSON.stringify({
      title: "KEV",
      vulnerabilities: [
        { cveID: "CVE-2026-1", vulnerabilityName: "X", dateAdded: "2026-11-01" },
        { note: 1 },
      ],
    }),
  );
  expect(kev.documents).toMatchObject([
    { id: "SRC-1/CVE-2026-1", title: "X", published: "2026-11-01T00:00:00.000Z" },
  ]);
  expect(kev.rejects).toHaveLength(1);
  const gdeltDoc = read(
    "json",
    JSON.stringify({ articles: [{ url: "https://n.example/1", title: "T", seendate: "20261123T101500Z" }] }),
  );
  expect(gdeltDoc.documents[0]?.published).toBe("2026-11-23T10:15:00.000Z");
});

const GROUP = {
  ...{
    type: "intrusion-set",
    spec_version: "2.1",
    id: "intrusion-set--899ce53f-13a0-479b-a0e4-67d46e241542",
  },
  ...{
    created: "2017-05-31T21:31:52.748Z",
    modified: "2026-10-17T19:00:00.000Z",
    name: "A group",
    aliases: ["A", "B"],
  },
  description: "Active since 2008.",
  external_references: [
    { source_name: "mitre-attack", external_id: "G9999", url: "https://attack.mitre.org/groups/G9999" },
  ],
};

test("STIX objects are records by their ids, with the names others call them by; what has no id is a reject", () => {
  const bundle = { type: "bundle", id: "bundle--1", objects: [GROUP, { type: "malware" }, "text"] };
  const { documents, rejects } = read("stix", JSON.stringify(bundle));
  expect(documents).toMatchObject([
    {
      ...{ id: `SRC-1/${GROUP.id}`, kind: "intrusion-set", title: "A group", text: GROUP.description },
      ...{ url: "https://attack.mitre.org/groups/G9999", published: GROUP.modified },
      attributes: { aliases: ["A", "B"], external_ids: ["G9999"] },
    },
  ]);
  expect(rejects).toHaveLength(2);
  expect(() => read("stix", "{}")).toThrow(/no STIX bundle/);
});

test("an envelope of TAXII that is empty is one, and one that names no next goes on from its last date", () => {
  const objects = "https://example.org/api/collections/c1/objects/";
  expect(read("taxii", "{}", objects)).toMatchObject({ documents: [], rejects: [] });
  expect(() => read("taxii", "{}")).toThrow(/no reply of a TAXII server/);
  expect(() => read("taxii", '{"objects": {}}', objects)).toThrow(/no list/);
  const manifest = read("taxii", '{"objects": [{"id": 5}, null]}', objects.replace("objects", "manifest"));
  expect(manifest.follow?.map(({ url }) => url.href)).toEqual([objects]);

  const follow = (envelope: object, headers = {}) =>
    read("taxii", JSON.stringify({ objects: [GROUP], ...envelope }), `${objects}?next=1`, {
      headers,
    }).follow?.map(({ url }) => url.href);
  const headers = { "x-taxii-date-added-last": "2026-11-02T00:00:00.000Z" };
  expect(follow({ more: true, next: 2 }, headers)).toEqual([`${objects}?next=2`]);
  expect(follow({ more: true }, headers)).toEqual([`${objects}?added_after=2026-11-02T00%3A00%3A00.000Z`]);
  expect(follow({ more: true })).toBeUndefined();
  expect(follow({}, headers)).toBeUndefined();
});

test("where a page stands in for a file, the file it links is asked for", () => {
  const page = '<!doctype html><a href="/about">About</a><a href="/files/sparta_v3_stix.json">STIX</a>';
  expect(read("stix", page).follow?.map(({ url }) => url.href)).toEqual([
    "https://example.org/files/sparta_v3_stix.json",
  ]);
  expect(() => read("csv", page)).toThrow(/links no such file/);
});

test("a page with a list leads to articles, not to its navigation, other sites or files; or to the feed it names", () => {
  const page = `<html><head><title>News</title></head><body><nav><a href="/a-very-long-navigation-entry">A very long navigation entry</a></nav>
    <a href="/2026/11/20/moon-base-signed">Moon base agreement signed</a><a href="/2026/11/20/moon-base-signed"><img alt="x"></a>
    <a href="https://other.example/2026/11/20/x-y-z">Another publisher's article</a><a href="/files/report-2026.pdf">The long report as a file</a>
    <a href="/n6465645/c10690000/content.html">国家航天局发布嫦娥八号任务公告</a><a href="/more">More</a></body></html>`;
  const { documents } = read("html", page);
  expect(documents.map(({ url, title, published }) => [url, title, published])).toEqual([
    [
      "https://example.org/2026/11/20/moon-base-signed",
      "Moon base agreement signed",
      "2026-11-20T00:00:00.000Z",
    ],
    ["https://example.org/n6465645/c10690000/content.html", "国家航天局发布嫦娥八号任务公告", null],
  ]);
  const named = page.replace(
    "<title>",
    '<link rel="alternate" type="application/rss+xml" href="/feed.xml"><title>',
  );
  expect(read("html", named)).toMatchObject({ documents: [], follow: [{ step: "feed" }] });
});

test("rows of a page's table that bear one title are told apart by the rest of them", () => {
  const rows = ["CZ-2D|03/04/2026", "CZ-2D|24/04/2026", "CZ-5|25/04/2026"]
    .map((row) => `<tr><td>${row.replace("|", "<td>")}`)
    .join("");
  const { documents } = read("html", `<table><tr><th>Rocket<th>Date</tr>${rows}</table>`);
  expect(new Set(documents.map(({ id }) => id)).size).toBe(3);
  expect(documents[0]!.published).toBe("2026-04-03T00:00:00.000Z");
});

test("a page that leads to nothing is said to, and a feed in its place is read", () => {
  expect(() => read("html", "<!doctype html><title>News</title><div id=root></div>")).toThrow(
    /leads to no article, table or feed/,
  );
  const feed =
    "<?xml version='1.0'?><rss><channel><item><title>One</title><guid>1</guid></item></channel></rss>";
  expect(read("html", feed).documents).toMatchObject([{ title: "One" }]);
});

test("a table with a header is records: parties to a treaty with their dates", () => {
  const rows = ["Andorra|2021-03-01", "Bahrain|2022-03-02", "China|1983-12-30"]
    .map((row) => `<tr><td>${row.replace("|", "<td>")}`)
    .join("");
  const { documents } = read(
    "html",
    `<table><caption>Parties</caption><tr><th>State<th>Date of accession</tr>${rows}</table>`,
  );
  expect(documents).toMatchObject([
    {
      kind: "table-row",
      title: "Andorra",
      published: "2021-03-01T00:00:00.000Z",
      attributes: { caption: "Parties", State: "Andorra" },
    },
    { title: "Bahrain" },
    { title: "China", text: "State: China\nDate of accession: 1983-12-30" },
  ]);
});

test("a sitemap's addresses are entries, the latest first; an index leads to its latest sitemaps", () => {
  const { documents } = read(
    "sitemap",
    "<urlset><url><loc>https://example.org/old</loc><lastmod>2020-01-01</lastmod></url><url><loc>https://example.org/new</loc><lastmod>2026-11-01</lastmod></url></urlset>",
  );
  expect(documents.map(({ url }) => url)).toEqual(["https://example.org/new", "https://example.org/old"]);
  const index = read(
    "sitemap",
    "<sitemapindex><sitemap><loc>https://example.org/s1.xml</loc></sitemap></sitemapindex>",
  );
  expect(index.follow?.map(({ url }) => url.href)).toEqual(["https://example.org/s1.xml"]);
});

test("addresses lose what tracks and nothing else; times without a zone are UTC, and what is no time is none", () => {
  const base = new URL("https://example.org/a/");
  expect(addressIn("b?id=1&utm_source=x#c", base)).toBe("https://example.org/a/b?id=1");
  for (const none of [
    "javascript:alert(1)",
    "mailto:a@b.example",
    "file:///x",
    "https://u:p@example.org/",
    "",
  ])
    expect(addressIn(none, base)).toBeNull();
  expect(
    [
      "2026-11-23",
      "2026-11-23 10:00:00",
      "20261123101500",
      "Mon, 23 Nov 2026 10:00:00 GMT",
      "November 23, 2026",
    ].map((text) => momentIn(text)),
  ).toEqual([
    "2026-11-23T00:00:00.000Z",
    "2026-11-23T10:00:00.000Z",
    "2026-11-23T10:15:00.000Z",
    "2026-11-23T10:00:00.000Z",
    "2026-11-23T00:00:00.000Z",
  ]);
  for (const none of ["", "7", "soon", "Section 2026 of the Act says that", "2026-13-45"])
    expect(momentIn(none)).toBeNull();
});

test("a page made to be deep or endless is read to its bounds, and a list longer than any is said to be", () => {
  const begin = process.cpuUsage();
  expect(() => read("html", "<table><tr><td>".repeat(300_000))).toThrow(/leads to no article/);
  expect(
    read("html", `<a href='/2026/x-y-z'>A long enough title</a>${"<b>".repeat(500_000)}`).documents,
  ).toHaveLength(1);
  const long = read("csv", `id,name\n${"1,b\n".repeat(60_000)}`);
  expect([long.documents.length, long.rejects.at(-1)?.right]).toEqual([50_000, "expected 50000 at most"]);
  expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(10);
});

test("a feed of more entries than are read says how many there were", () => {
  const items = Array.from(
    { length: 2003 },
    (_, n) => `<item><title>T ${n}</title><guid>g${n}</guid></item>`,
  );
  const { documents, rejects } = read("rss", `<rss version="2.0"><channel>${items.join("")}</channel></rss>`);
  expect(documents).toHaveLength(2000);
  expect(rejects).toMatchObject([{ line: 2001, wrong: "2003 records", right: "expected 2000 at most" }]);
});

test("whatever a source sends in whatever format, documents come of it or a reason, and nothing else", () => {
  const formats = Object.keys(FORMATS) as FormatName[];
  const piece = fc.constantFrom(
    ...[
      "<rss><channel><item>",
      "<title>",
      "<a href='/2026/x-y-z'>",
      "<table><tr><th>a<th>b<tr><td>",
      '{"results":[',
      '{"type":"bundle","objects":[',
      "null",
      "]}",
      "\t",
      "\n",
      ",",
      "&#x110000;",
      "\u0000",
    ],
  );
  const anything = fc.oneof(
    fc
      .array(fc.oneof(piece, fc.string({ unit: "binary" })), { maxLength: 12 })
      .map((parts) => parts.join("")),
    fc.json(),
  );
  fc.assert(
    fc.property(anything, fc.constantFrom(...formats), (content, format) => {
      try {
        const { documents } = read(format, content);
        for (const { url, id, title } of documents)
          expect([URL.canParse(url), id.length > 0, typeof title]).toEqual([true, true, "string"]);
      } catch (error) {
        if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});
