import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { documentsKnown, openStore } from "#store/index.ts";
import type { Collected } from "../../cycle/network/collected.ts";
import { localSource } from "../testing/local-source.ts";
import { commandLine, NOW, temporaryFolder } from "../testing/recorded-shell.ts";
import { zipOf } from "../testing/zip-of.ts";

let server: Awaited<ReturnType<typeof localSource>>;
beforeAll(async () => {
  server = await localSource();
});

function place() {
  const home = temporaryFolder();
  let clock = Date.parse(NOW);
  const tocsin = commandLine(home, { now: () => new Date(clock).toISOString() });
  const collect = async (...asked: string[]) => {
    const { out, exitCode } = await tocsin(
      "collect",
      "--once",
      ...asked,
      "--allow-host",
      "127.0.0.1",
      "--json",
    );
    return { ...(JSON.parse(out) as [Collected])[0], exitCode };
  };
  const feed = (address: string, format: string) =>
    collect("--feed", new URL(address, server.base).href, "--format", format);
  const documents = async () => {
    const store = await openStore({ file: `${home}/ilrs.sqlite` });
    const known = await documentsKnown(store, { known: "2999-12-31" });
    await store.close();
    return known.map(({ document }) => document);
  };
  return { tocsin, collect, feed, documents, later: (minutes: number) => void (clock += minutes * 60_000) };
}

const stix = (...names: readonly string[]) =>
  names.map((name) => ({
    type: "malware",
    id: `malware--${name}`,
    name,
    modified: "2026-11-01T00:00:00.000Z",
  }));

/** A TAXII 2.1 server with one readable collection of two pages, each with the date of its last object. */
function taxiiServer() {
  const from = server.asked.length;
  const answers: Record<string, object> = {
    "/taxii2/": { title: "T", api_roots: ["/api/"] },
    "/api/": { title: "R", versions: ["application/taxii+json;version=2.1"], max_content_length: 1e7 },
    "/api/collections/": {
      collections: [
        { id: "c1", title: "Groups", can_read: true, can_write: false },
        { id: "c2", title: "Drop box", can_read: false, can_write: true },
      ],
    },
    "/api/collections/c1/objects/": { more: true, next: "p 2", objects: stix("a", "b") },
    "/api/collections/c1/objects/?next=p+2": { more: false, objects: stix("c") },
    "/api/collections/c1/objects/?added_after=2026-11-02T00%3A00%3A00.000Z": { objects: stix("d") },
  };
  server.answers((request, reply) => {
    const answer = answers[request.url!];
    if (!answer || request.headers.accept !== "application/taxii+json;version=2.1") {
      return void reply.writeHead(answer ? 406 : 404).end();
    }
    if (request.url!.includes("/objects/")) {
      const day = request.url!.includes("next=") ? "02" : "01";
      reply.setHeader("X-TAXII-Date-Added-Last", `2026-11-${day}T00:00:00.000Z`);
    }
    reply.setHeader("content-type", "application/taxii+json;version=2.1").end(JSON.stringify(answer));
  });
  return () => server.asked.slice(from).map(({ url }) => url);
}

test("a TAXII server is followed from its discovery to the last page, and then asked for what was added since", async () => {
  const asked = taxiiServer();
  const { feed, documents, later } = place();
  expect(await feed("taxii2/", "taxii")).toMatchObject({
    outcome: "kept",
    added: 3,
    rejected: 0,
    exitCode: 0,
  });
  expect(asked()).toEqual([
    ...["/taxii2/", "/api/", "/api/collections/"],
    ...["/api/collections/c1/objects/", "/api/collections/c1/objects/?next=p+2"],
  ]);
  later(60);
  expect(await feed("taxii2/", "taxii")).toMatchObject({ outcome: "kept", added: 1 });
  expect(asked().at(-1)).toBe("/api/collections/c1/objects/?added_after=2026-11-02T00%3A00%3A00.000Z");
  expect((await documents()).map(({ title }) => title).sort()).toEqual(["a", "b", "c", "d"]);
});

test("the ATT&CK row of the catalogue begins at its API root, whose path a mirror keeps", async () => {
  taxiiServer();
  const { collect } = place();
  const said = await collect("--source", "SRC-112", "--base", new URL("/taxii", server.base).href);
  expect(said).toMatchObject({
    source: "SRC-112",
    outcome: "failed",
    fault: expect.stringMatching(/HTTP 404/),
  });
  expect(server.asked.at(-1)?.url).toBe("/taxii/api/v21/");
});

test("GDELT's last quarter of an hour is read out of its archives, of its events those between two states", async () => {
  const row = (changed: Record<number, string>) =>
    Object.assign(
      Array.from({ length: 61 }, () => ""),
      { 0: "1", 1: "20261123", 7: "RUS", 17: "CHN", 26: "057", 28: "05", 60: "https://news.example/a" },
      changed,
    ).join("\t");
  const archive = zipOf(Buffer.from([row({}), row({ 0: "2", 17: "RUS" }), row({ 0: "x" })].join("\n")));
  let md5 = createHash("md5").update(archive).digest("hex");
  server.answers((request, reply) => {
    if (request.url === "/gdeltv2/lastupdate.txt") {
      return void reply.end(`9 ${md5} http://data.gdeltproject.org/gdeltv2/20261123101500.export.CSV.zip\n`);
    }
    reply.setHeader("content-type", "application/zip").end(archive);
  });
  const { collect, documents, later, tocsin } = place();
  expect(await collect("--source", "gdelt-2", "--base", server.base)).toMatchObject({
    ...{ outcome: "kept", added: 1, rejected: 1 },
  });
  expect(server.asked.at(-1)?.url).toBe("/gdeltv2/20261123101500.export.CSV.zip");
  expect(await documents()).toMatchObject([{ id: "gdelt-2/1", kind: "event" }]);

  const right = md5;
  md5 = "0".repeat(32);
  later(60);
  expect(await collect("--source", "gdelt-2", "--base", server.base)).toMatchObject({
    ...{ outcome: "kept", duplicate: 1, rejected: 2 },
  });
  const rejects = (await tocsin("export", "--rejects")).out;
  expect(rejects).toContain(`the MD5 of the file is ${right}`);
  expect(rejects).toContain(`its list says ${md5}`);
});

test("an address that fails leaves the others to be asked, a host that fails does not", async () => {
  let failing = 404;
  server.answers((request, reply) => {
    if (request.url === "/robots.txt") return void reply.writeHead(404).end();
    if (request.url === "/map.xml") {
      const maps = [1, 2, 3].map((i) => `<sitemap><loc>/map-${i}.xml</loc></sitemap>`);
      return void reply.end(`<sitemapindex>${maps.join("")}</sitemapindex>`);
    }
    if (request.url === "/map-1.xml") return void reply.writeHead(failing).end();
    reply.end(`<urlset><url><loc>/story${request.url}</loc></url></urlset>`);
  });
  const fault = (status: number) => expect.stringMatching(new RegExp(`/map-1\\.xml: HTTP ${status}$`));
  expect(await place().feed("map.xml", "sitemap")).toMatchObject({
    ...{ outcome: "failed", added: 2, exitCode: 3, fault: fault(404) },
  });
  failing = 503;
  const said = await place().feed("map.xml", "sitemap");
  expect(said).toMatchObject({ outcome: "failed", added: 0, exitCode: 3, fault: fault(503) });
  expect(server.asked.at(-1)?.url).toBe("/map-1.xml");
});

test("a page that names its feed is read by it", async () => {
  server.answers((request, reply) => {
    if (request.url === "/news/")
      return void reply.end('<!doctype html><link rel=alternate type="application/rss+xml" href="/rss">');
    if (request.url !== "/rss") return void reply.writeHead(404).end();
    reply.end("<rss version='2.0'><channel><item><title>One</title><guid>1</guid></item></channel></rss>");
  });
  const { feed, documents } = place();
  expect(await feed("news/", "html")).toMatchObject({ outcome: "kept", added: 1 });
  expect(await documents()).toMatchObject([{ title: "One" }]);
});

test("every row of the default catalogue is a source that can be asked, or says why it cannot", async () => {
  const { tocsin } = place();
  const all = JSON.parse((await tocsin("sources", "--json")).out) as {
    source: string;
    whyNot: string | null;
    grade: object | null;
  }[];
  const rows = all.filter(({ source }) => source.startsWith("SRC-"));
  const catalogue = readFileSync("watches/ilrs/sources.csv", "utf8").match(/^SRC-\d+/gm)!;
  expect(rows.map(({ source }) => source)).toEqual(expect.arrayContaining(catalogue));
  expect(rows).toHaveLength(catalogue.length);
  expect(rows.every(({ grade }) => grade !== null)).toBe(true);
  const unasked = rows.filter(({ whyNot }) => whyNot !== null);
  expect(unasked.map(({ source }) => source)).toEqual([
    ...["SRC-120", "SRC-121", "SRC-122", "SRC-129", "SRC-130", "SRC-131", "SRC-132", "SRC-133", "SRC-144"],
  ]);
  expect(await tocsin("collect", "--source", "SRC-120")).toMatchObject({
    ...{ exitCode: 2, err: expect.stringContaining(`SRC-120 cannot be asked: ${unasked[0]!.whyNot}`) },
  });
});
