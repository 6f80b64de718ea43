import { expect, test } from "vitest";
import { readSitemap } from "./read-sitemap.ts";

const read = (text: string) => readSitemap(new TextEncoder().encode(text));

test("a sitemap gives its addresses, with what the news extension says", () => {
  const sitemap =
    read(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc> https://example.org/a?b=1&amp;c=2 </loc><lastmod>2021-03-09T10:00:00+08:00</lastmod>
      <n:news><n:publication><n:name>Daily</n:name><n:language>zh-cn</n:language></n:publication>
      <n:publication_date>2021-03-09</n:publication_date><n:title>月球</n:title></n:news></url>
    <url><loc>javascript:alert(1)</loc></url></urlset>`);
  expect(sitemap).toEqual({
    kind: "urlset",
    entries: [
      {
        url: "https://example.org/a?b=1&c=2",
        modified: "2021-03-09T02:00:00.000Z",
        news: { title: "月球", published: "2021-03-09T00:00:00.000Z", publication: "Daily", language: "zh" },
      },
    ],
    unread: 1,
    wellFormed: true,
  });
});

test("an index and a list of lines are sitemaps, a page is none", () => {
  expect(
    read("<sitemapindex><sitemap><loc>https://example.org/1.xml</loc></sitemap></sitemapindex>"),
  ).toMatchObject({
    kind: "index",
    entries: [{ url: "https://example.org/1.xml" }],
  });
  expect(read("https://example.org/a\r\nhttps://example.org/b\nrubbish\n")).toMatchObject({
    kind: "urlset",
    unread: 1,
  });
  expect(read("<html>")).toMatchObject({ wrong: "no sitemap" });
});
