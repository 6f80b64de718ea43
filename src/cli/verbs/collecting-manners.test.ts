import { beforeAll, expect, test } from "vitest";
import type { Collected } from "../../cycle/network/collected.ts";
import { type Answering, localSource } from "../testing/local-source.ts";
import { commandLine, EXAMPLE, NOW, temporaryFolder } from "../testing/recorded-shell.ts";

let server: Awaited<ReturnType<typeof localSource>>;
beforeAll(async () => {
  server = await localSource();
});

const page = (title: string, next: string | null = null) =>
  JSON.stringify({ next, results: [{ id: title, title, url: `https://example.org/${title}` }] });

/** A host with that robots.txt, and lists everywhere else. */
function hostWith(robots: Answering, list: Answering = (_request, reply) => reply.end(page("one"))) {
  server.answers((request, reply, body) =>
    (request.url === "/robots.txt" ? robots : list)(request, reply, body),
  );
  const from = server.asked.length;
  return () => server.asked.slice(from).map(({ url }) => url);
}

function place(now?: () => string) {
  let clock = Date.parse(NOW);
  const tocsin = commandLine(temporaryFolder(), { now: now ?? (() => new Date(clock).toISOString()) });
  const collect = async (path = "list.json", ...more: string[]) => {
    const named = ["--feed", `${server.base}${path}`, "--format", "json", "--allow-host", "127.0.0.1"];
    const { out } = await tocsin("collect", ...named, "--watch", EXAMPLE, "--json", ...more);
    return (JSON.parse(out) as [Collected])[0];
  };
  return { collect, later: (minutes: number) => void (clock += minutes * 60_000) };
}

const rules =
  (text: string): Answering =>
  (_request, reply) =>
    reply.setHeader("content-type", "text/plain").end(text);
const none: Answering = (_request, reply) => reply.writeHead(404).end();

test("robots.txt is asked once a day, before anything else, and kept over processes", async () => {
  const asked = hostWith(rules("User-agent: *\nDisallow: /private/"));
  const { collect, later } = place();
  expect(await collect()).toMatchObject({ outcome: "kept", added: 1 });
  later(60);
  expect(await collect()).toMatchObject({ outcome: "kept", duplicate: 1 });
  expect(asked()).toEqual(["/robots.txt", "/list.json", "/list.json"]);
  later(24 * 60);
  await collect();
  expect(asked().slice(3)).toEqual(["/robots.txt", "/list.json"]);
});

test("what robots.txt forbids is not asked for, and looked at again after a day", async () => {
  const asked = hostWith(rules("User-agent: tocsin\nDisallow: /private/\n"));
  const { collect, later } = place();
  expect(await collect("private/list.json")).toMatchObject({
    outcome: "failed",
    fault: expect.stringMatching(/robots\.txt of 127\.0\.0\.1:\d+ forbids \/private\/list\.json/),
  });
  expect(asked()).toEqual(["/robots.txt"]);
  later(11 * 60);
  expect((await collect("private/list.json")).outcome).toBe("waiting");
});

test("a way on to what robots.txt forbids is not taken", async () => {
  const asked = hostWith(rules("User-agent: *\nDisallow: /private/\n"), (request, reply) =>
    request.url === "/list.json"
      ? reply.writeHead(301, { location: "/private/x" }).end()
      : reply.end(page("x")),
  );
  expect((await place().collect()).fault).toMatch(/forbids \/private\/x/);
  expect(asked()).toEqual(["/robots.txt", "/list.json"]);
});

test("a host whose robots.txt cannot be had is left alone, as long as it asks for", async () => {
  const asked = hostWith((_request, reply) => reply.writeHead(503, { "retry-after": "172800" }).end());
  const { collect, later } = place();
  expect(await collect()).toMatchObject({
    outcome: "failed",
    fault: expect.stringMatching(/robots\.txt .* could not be had \(HTTP 503\)/),
    notBefore: "2026-11-25T12:00:00.000Z",
  });
  later(60);
  expect((await collect()).outcome).toBe("waiting");
  const retried = await collect("list.json", "--retry");
  expect(retried.fault).toMatch(/HTTP 503/);
  expect(asked()).toEqual(["/robots.txt", "/robots.txt"]);
});

test("no robots.txt means no rules, and a page in its place means none either", async () => {
  for (const robots of [none, rules("<!doctype html><html>Welcome"), rules("")]) {
    hostWith(robots);
    expect((await place().collect()).outcome).toBe("kept");
  }
});

test("the delay a host asks for lies between the requests that follow one another", async () => {
  const times: number[] = [];
  hostWith(rules("User-agent: *\nCrawl-delay: 1"), (request, reply) => {
    times.push(Date.now());
    reply.end(request.url === "/list.json" ? page("one", "/list.json?page=2") : page("two"));
  });
  const { collect } = place(() => new Date().toISOString());
  expect(await collect()).toMatchObject({ outcome: "kept", added: 2 });
  expect(times[1]! - times[0]!).toBeGreaterThan(900);
});

test("pages of a list are followed, the same one never twice, and only so many", async () => {
  let pages = 0;
  const asked = hostWith(none, (_request, reply) =>
    reply.end(page(`p${++pages}`, `/list.json?page=${pages}`)),
  );
  expect(await place().collect()).toMatchObject({ outcome: "kept", added: 3 });
  expect(asked()).toEqual(["/robots.txt", "/list.json", "/list.json?page=1", "/list.json?page=2"]);
  const round = hostWith(none, (_request, reply) => reply.end(page("same", "/list.json?page=2")));
  await place().collect();
  expect(round()).toEqual(["/robots.txt", "/list.json", "/list.json?page=2"]);
});

test("a host that has had enough says until when, in seconds or as a date", async () => {
  const says = async (retryAfter: string) => {
    hostWith(none, (_request, reply) => reply.writeHead(429, { "retry-after": retryAfter }).end("Slow down"));
    return place().collect();
  };
  expect(await says("7200")).toMatchObject({
    fault: "HTTP 429: Slow down",
    notBefore: "2026-11-23T14:00:00.000Z",
  });
  for (const date of [
    "Tue, 24 Nov 2026 00:00:00 GMT",
    "Tuesday, 24-Nov-26 00:00:00 GMT",
    "Tue Nov 24 00:00:00 2026",
  ])
    expect((await says(date)).notBefore).toBe("2026-11-24T00:00:00.000Z");
  const absurd = (await says("99999999999")).notBefore!;
  expect(absurd).toBe("2026-12-24T12:00:00.000Z");
});

test("what has not changed is asked for with its mark, and costs nothing", async () => {
  hostWith(none, (request, reply) =>
    request.headers["if-none-match"] === 'W/"7"' &&
    request.headers["if-modified-since"] === "Mon, 23 Nov 2026 10:00:00 GMT"
      ? reply.writeHead(304).end()
      : reply
          .setHeader("etag", 'W/"7"')
          .setHeader("last-modified", "Mon, 23 Nov 2026 10:00:00 GMT")
          .end(page("one")),
  );
  const { collect, later } = place();
  expect((await collect()).outcome).toBe("kept");
  later(60);
  expect((await collect()).outcome).toBe("unchanged");
});

test("the mark of what a redirect leads to is sent there, and nowhere else", async () => {
  const marks: [string, string | undefined][] = [];
  hostWith(none, (request, reply) => {
    const mark = request.headers["if-none-match"];
    marks.push([request.url!, mark]);
    if (request.url === "/moved") return void reply.writeHead(302, { location: "/list.json" }).end();
    if (mark === '"7"') return void reply.writeHead(304).end();
    reply.setHeader("etag", '"7"').end(page("one"));
  });
  const { collect, later } = place();
  expect((await collect("moved")).outcome).toBe("kept");
  later(60);
  expect((await collect("moved")).outcome).toBe("unchanged");
  expect(marks.slice(2)).toEqual([
    ["/moved", undefined],
    ["/list.json", '"7"'],
  ]);
});

test("an address that a redirect gives in UTF-8 is gone to as it is meant", async () => {
  const asked = hostWith(none, (request, reply) => {
    if (request.url !== "/moved") return void reply.end(page("one"));
    reply.writeHead(302, { location: Buffer.from("/новости/список").toString("latin1") }).end();
  });
  expect((await place().collect("moved")).outcome).toBe("kept");
  expect(asked()).toEqual(["/robots.txt", "/moved", encodeURI("/новости/список")]);
});
