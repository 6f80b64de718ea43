import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { documentsKnown, openStore } from "#store/index.ts";
import type { Collected } from "../../cycle/network/collected.ts";
import { type Answering, localSource } from "../testing/local-source.ts";
import { commandLine, NOW, temporaryFolder } from "../testing/recorded-shell.ts";

let server: Awaited<ReturnType<typeof localSource>>;
beforeAll(async () => {
  server = await localSource();
});

const item = (n: number) =>
  `<item><guid isPermaLink="false">g${n}</guid><title>Title ${n}</title><link>${server.base}a/${n}</link>
   <description>In short.</description><pubDate>Fri, 20 Nov 2026 0${n}:00:00 GMT</pubDate></item>`;
const feedOf = (...items: readonly number[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items.map(item).join("")}</channel></rss>`;
const paragraph =
  "The two agencies signed the agreement on the research station in the presence of their heads. ";
const page = (n: number, text = paragraph.repeat(4)) =>
  `<!doctype html><html lang="en"><head><title>Title ${n}</title><link rel="canonical" href="${server.base}a/${n}?canonical">
   </head><body><nav><a href="/">Home</a></nav><article><h1>Title ${n}</h1><p>${text}</p><p>${text}</p></article></body></html>`;

/** A publisher with that feed, its articles, and that robots.txt. */
function publisher(feed: Answering, { robots = "", article }: { robots?: string; article?: Answering } = {}) {
  const from = server.asked.length;
  server.answers((request, reply, body) => {
    if (request.url === "/robots.txt") return void reply.end(robots);
    if (request.url === "/feed") return feed(request, reply, body);
    if (article) return article(request, reply, body);
    reply.setHeader("content-type", "text/html").end(page(Number(request.url!.slice(3))));
  });
  return () => server.asked.slice(from).map(({ url }) => url);
}

function place() {
  const home = temporaryFolder();
  let clock = Date.parse(NOW);
  const tocsin = commandLine(home, { now: () => new Date(clock).toISOString() });
  const collect = async (pages = "10") => {
    const named = ["--feed", `${server.base}feed`, "--allow-host", "127.0.0.1", "--pages", pages];
    const { out } = await tocsin("collect", "--once", ...named, "--json");
    return (JSON.parse(out) as [Collected])[0];
  };
  const documents = async () => {
    const store = await openStore({ file: `${home}/ilrs.sqlite` });
    const known = await documentsKnown(store, { known: "2999-12-31" });
    await store.close();
    return known.map(({ document }) => document);
  };
  return { collect, documents, later: (minutes: number) => void (clock += minutes * 60_000) };
}

test("the pages of a feed's entries are read once, and take the entries' place", async () => {
  const asked = publisher((_request, reply) => reply.end(feedOf(1, 2)));
  const { collect, documents, later } = place();
  expect(await collect()).toMatchObject({ added: 2, pages: { kept: 2, failed: 0, left: 0 } });
  expect(asked()).toEqual(["/robots.txt", "/feed", "/a/2", "/a/1"]);
  const read = await documents();
  expect(read).toMatchObject([
    { form: "page", title: "Title 1", published: "2026-11-20T01:00:00.000Z", language: "en" },
    { form: "page", title: "Title 2", canonical: `${server.base}a/2?canonical`, locator: { type: "page" } },
  ]);
  expect(read[0]!.text).toContain("signed the agreement");
  later(60);
  expect(await collect()).toMatchObject({ added: 0, duplicate: 2, pages: { kept: 0, left: 0 } });
  expect(asked().slice(4)).toEqual(["/feed"]);
});

test("so many pages are read in a round, the latest first, and the rest in the next", async () => {
  const asked = publisher((request, reply) =>
    request.headers["if-none-match"]
      ? reply.writeHead(304).end()
      : reply.setHeader("etag", '"1"').end(feedOf(1, 2, 3)),
  );
  const { collect, later } = place();
  expect(await collect("2")).toMatchObject({ pages: { kept: 2, left: 1 } });
  later(60);
  expect(await collect("2")).toMatchObject({ outcome: "unchanged", pages: { kept: 1, left: 0 } });
  expect(asked().filter((url) => url?.startsWith("/a/"))).toEqual(["/a/3", "/a/2", "/a/1"]);
});

test("pages are not read unless asked for, and not where robots.txt forbids it", async () => {
  const asked = publisher((_request, reply) => reply.end(feedOf(1)), {
    robots: "User-agent: *\nDisallow: /a/",
  });
  expect(await place().collect("0")).not.toHaveProperty("pages");
  expect(await place().collect()).toMatchObject({ outcome: "kept", pages: { kept: 0, failed: 1 } });
  expect(asked().filter((url) => url?.startsWith("/a/"))).toEqual([]);
});

test("a page that fails is tried three times in all, and its entry stays", async () => {
  const asked = publisher((_request, reply) => reply.end(feedOf(1)), {
    article: (_request, reply) => reply.writeHead(500).end(),
  });
  const { collect, documents, later } = place();
  for (let i = 0; i < 4; i++) {
    expect((await collect()).outcome).toBe("kept");
    later(60);
  }
  expect(asked().filter((url) => url === "/a/1")).toHaveLength(3);
  expect(await documents()).toMatchObject([{ form: "entry", text: "In short." }]);
});

test("hostile pages are read to their bounds or refused, and the feed is none the worse", async () => {
  const pages: Record<string, Answering> = {
    "/a/1": (_request, reply) => reply.end(`<p>${"<div>".repeat(200_000)}${paragraph.repeat(20)}`),
    "/a/2": (_request, reply) =>
      reply.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(64 * 2 ** 20))),
    "/a/3": (_request, reply) => reply.end(`<title>${"<".repeat(1_000_000)}`),
  };
  publisher((_request, reply) => reply.end(feedOf(1, 2, 3)), {
    article: (request, reply, body) => pages[request.url!]!(request, reply, body),
  });
  const begin = process.cpuUsage();
  const { outcome, pages: read } = await place().collect();
  expect({ outcome, all: read!.kept + read!.failed }).toEqual({ outcome: "kept", all: 3 });
  expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(10);
});

const WORDS = "Роскосмос и китайское управление подписали соглашение о лунной станции";

test("a feed in the wrong charset, or cut off in the middle, is read as far as it goes", async () => {
  const text = `<rss version="2.0"><channel><item><title>${WORDS}</title><guid>1</guid></item></channel></rss>`;
  const windows1251 = Uint8Array.from({ length: text.length }, (_, i) => {
    const code = text.charCodeAt(i);
    return code < 128 ? code : code - 0x410 + 0xc0;
  });
  publisher((_request, reply) =>
    reply.setHeader("content-type", "application/rss+xml; charset=utf-8").end(windows1251),
  );
  const { collect, documents } = place();
  expect(await collect("0")).toMatchObject({ outcome: "kept", added: 1 });
  expect((await documents())[0]!.title).toBe(WORDS);
  publisher((_request, reply) => reply.end(feedOf(1, 2, 3).slice(0, -150)));
  expect((await place().collect("0")).added).toBeGreaterThanOrEqual(2);
});

test("what an entry leads to takes its place only where it is a page", async () => {
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256));
  const sent: Record<string, readonly [type: string, body: string | Buffer]> = {
    "/a/1": ["image/png", noise],
    "/a/2": ["text/html", noise],
    "/a/3": ["application/pdf", `%PDF-1.7\n${"(The ministry said that it would go on.) Tj\n".repeat(20)}`],
    "/a/4": ["application/json", JSON.stringify({ text: paragraph })],
    "/a/5": ["application/json", `<title>T</title>${paragraph.repeat(3)}`],
  };
  publisher((_request, reply) => reply.end(feedOf(1, 2, 3, 4, 5)), {
    article: (request, reply) => {
      const [type, body] = sent[request.url!]!;
      reply.setHeader("content-type", type).end(body);
    },
  });
  const { collect, documents } = place();
  expect((await collect()).pages).toMatchObject({ kept: 1, failed: 3 });
  const pages = (await documents()).filter(({ form }) => form === "page");
  expect(pages.map(({ url }) => new URL(url).pathname)).toEqual(["/a/5"]);
});

test("pages are read although a part of their source failed, unless it was the host", async () => {
  let failing = 404;
  const article = "/a/2026/one-long-story";
  publisher((_request, reply) => reply.writeHead(500).end(), {
    article: (request, reply) => {
      if (request.url === "/map.xml") {
        const maps = ["/map-1.xml", "/map-2.xml"].map((map) => `<sitemap><loc>${map}</loc></sitemap>`);
        return void reply.end(`<sitemapindex>${maps.join("")}</sitemapindex>`);
      }
      if (request.url === "/map-2.xml") return void reply.writeHead(failing).end();
      if (request.url === article) return void reply.setHeader("content-type", "text/html").end(page(1));
      reply.end(`<urlset><url><loc>${article}</loc></url></urlset>`);
    },
  });
  const collect = async () => {
    const tocsin = commandLine(temporaryFolder());
    const named = ["--feed", `${server.base}map.xml`, "--format", "sitemap", "--allow-host", "127.0.0.1"];
    const { out } = await tocsin("collect", ...named, "--pages", "10", "--json");
    return (JSON.parse(out) as [Collected])[0];
  };
  expect(await collect()).toMatchObject({ outcome: "failed", added: 1, pages: { kept: 1 } });
  failing = 503;
  const busy = await collect();
  expect([busy.outcome, busy.added, busy.pages]).toEqual(["failed", 1, undefined]);
});
