import fc from "fast-check";
import { expect, test } from "vitest";
import { mayFetch, readRobots } from "./robots.ts";

const may = (text: string, path: string, product = "Tocsin") =>
  mayFetch(readRobots(text, product), new URL(`https://example.org${path}`));

test("the example of RFC 9309, section 5.1", () => {
  const text = `User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
`;
  const allowed = (product: string, path: string) => may(text, path, product);
  expect(allowed("tocsin", "/example/page.html")).toBe(false);
  expect(allowed("tocsin", "/picture.gif")).toBe(false);
  expect(allowed("tocsin", "/picture.gif?size=2")).toBe(true);
  expect(allowed("foobot", "/")).toBe(false);
  expect(allowed("FooBot", "/example/page.html")).toBe(true);
  expect(allowed("foobot", "/example/allowed.gif")).toBe(true);
  expect(allowed("barbot", "/example/page.html")).toBe(false);
  expect(allowed("bazbot", "/example/page.html")).toBe(false);
  expect(allowed("bazbot", "/other.gif")).toBe(true);
  expect(allowed("quxbot", "/anything")).toBe(true);
});

test("the longest rule decides, as in RFC 9309, section 5.2, and of two as long the one that allows", () => {
  const text = "User-agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n";
  expect(may(text, "/example/page/disallow.gif", "foobot")).toBe(true);
  expect(may(text, "/example/page/disallowed.gif", "foobot")).toBe(false);
  expect(may("User-agent: *\nDisallow: /page\nAllow: /page\n", "/page")).toBe(true);
  expect(may("User-agent: *\nAllow: /p\nDisallow: /\n", "/page")).toBe(true);
});

test("stars stand for anything and a dollar for the end", () => {
  const only = (pattern: string, path: string) => !may(`User-agent: *\nDisallow: ${pattern}`, path);
  expect(only("/fish", "/fish.html")).toBe(true);
  expect(only("/fish", "/Fish.asp")).toBe(false);
  expect(only("/fish*", "/fishheads/yummy.html")).toBe(true);
  expect(only("/*.php", "/folder/any.php.file.html")).toBe(true);
  expect(only("/*.php$", "/folder/any.php")).toBe(true);
  expect(only("/*.php$", "/filename.php5")).toBe(false);
  expect(only("/fish*.php", "/fish.html")).toBe(false);
  expect(only("/a$", "/a/")).toBe(false);
  expect(only("/*a$", "/aba")).toBe(true);
});

test("octets and their escapes are the same, as in RFC 9309, section 2.2.2", () => {
  expect(may("User-agent: *\nDisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84")).toBe(false);
  expect(may("User-agent: *\nDisallow: /foo/bar/%62%61%7A", "/foo/bar/baz")).toBe(false);
  expect(may("User-agent: *\nDisallow: /%7ejoe", "/~joe/index.html")).toBe(false);
});

test("groups of one crawler are one, other lines part nothing, and robots.txt itself is always allowed", () => {
  const text =
    "\uFEFFuser-agent: Tocsin\r\nSitemap: https://example.org/s.xml\r\nDisallow: /a # why\r\n\r\nUser-agent: tocsin/2.0\rDisallow: /b\n";
  expect([may(text, "/a"), may(text, "/b"), may(text, "/c")]).toEqual([false, false, true]);
  expect(may("User-agent: *\nDisallow: /", "/robots.txt")).toBe(true);
  expect(may("User-agent: *\nDisallow:", "/anything")).toBe(true);
  expect(may("<html><body>Not found: /", "/anything")).toBe(true);
  expect(may("Disallow: /", "/anything")).toBe(true);
});

test("a delay is that of the crawler's own group, and within reason", () => {
  expect(readRobots("User-agent: *\nCrawl-delay: 7\nDisallow: /x", "tocsin").crawlDelayS).toBe(7);
  expect(readRobots("User-agent: *\nCrawl-delay: 99999", "tocsin").crawlDelayS).toBe(60);
  expect(
    readRobots("User-agent: *\nCrawl-delay: 7\n\nUser-agent: tocsin\nAllow: /", "tocsin").crawlDelayS,
  ).toBeNull();
});

test("no file is slow to read or to keep to", () => {
  const stars = `User-agent: *\n${`Disallow: /${"*a".repeat(200)}*b\n`.repeat(200)}`;
  const begin = process.cpuUsage();
  expect(may(stars, `/${"a".repeat(2000)}`)).toBe(true);
  expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(1);
});

test("whatever stands in the file, an answer comes of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.webPath(), (text, path) => {
      expect(typeof may(`User-agent: *\nDisallow: ${text}\n${text}`, path || "/")).toBe("boolean");
    }),
  );
});
