import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { ImageryItem, ItemSearch } from "#science/imagery/index.ts";
import { guardedFetch } from "../../network/guarded-fetch.ts";
import type { CatalogueNetwork } from "./ask-catalogue.ts";
import { circuitBreaker } from "./circuit-breaker.ts";
import { searchCatalogue } from "./search-catalogue.ts";
import { SearchBroken, type SearchCursor } from "./search-page.ts";
import { type Fault, HAS_RECORDED, recordedCatalogues } from "../testing/recorded-catalogues.ts";

const server = await recordedCatalogues();
afterAll(server.close);
beforeEach(() => {
  [server.state.fault, server.state.asked] = [() => false, []];
});

const network = (): CatalogueNetwork => ({
  fetch: guardedFetch(["127.0.0.1"], { keepAlive: true }),
  patience: { replyMs: 300, attempts: 3, pauseMs: 1, random: () => 0.5 },
  breaker: circuitBreaker({ most: 50, restMs: 1000, nowMs: () => 0 }),
  nowMs: () => 0,
});

const ALL: ItemSearch = {
  collections: [],
  ids: [],
  bbox: null,
  intersects: null,
  from: null,
  to: null,
  conditions: [],
};
const NAIP: ItemSearch = { ...ALL, collections: ["naip"], bbox: [-73.21, 43.99, -73.12, 44.05] };
const PC = "https://planetarycomputer.microsoft.com/api/stac/v1";
const ES = "https://earth-search.aws.element84.com/v1";
const EO = "https://stac.eoapi.dev/";

/** Searches until the end, so many items, or the failure. */
async function found(
  address: string,
  search: ItemSearch,
  { most = Infinity, pageSize = 10, from = null as SearchCursor | null } = {},
) {
  const [items, notes]: [ImageryItem[], string[]] = [[], []];
  let next: SearchCursor | null = null;
  try {
    for await (const page of searchCatalogue(
      network(),
      { id: "test", url: server.at(address), pageSize },
      search,
      from,
    )) {
      items.push(...page.items);
      notes.push(...page.notes);
      next = page.next;
      if (items.length >= most) break;
    }
  } catch (error) {
    if (!(error instanceof SearchBroken)) throw error;
    return { ids: items.map(({ id }) => id), items, notes, next: error.cursor, broken: error.message };
  }
  return { ids: items.map(({ id }) => id), items, notes, next, broken: null };
}

describe.skipIf(!HAS_RECORDED)("recorded catalogues are searched (needs ../shared/data)", () => {
  test("Planetary Computer, by POST and its tokens, to the last recorded page", async () => {
    const { ids, broken, next } = await found(PC, NAIP);
    expect(new Set(ids).size).toBe(20);
    expect(broken).toContain("HTTP 404");
    expect(next?.question?.body).toMatchObject({
      token: "next:naip:vt_m_4307307_ne_18_h_20160805",
      collections: ["naip"],
    });
  });

  test("Earth Search, over two collections, to the empty page at its end", async () => {
    const intersects = { type: "Point", coordinates: [-105.1019, 40.1672] };
    const day = { from: "2023-10-08T00:00:00Z", to: "2023-10-08T23:59:59Z" };
    const { items, broken, next } = await found(ES, {
      ...ALL,
      collections: ["sentinel-2-l2a", "landsat-c2-l2"],
      intersects,
      ...day,
    });
    expect([broken, next]).toEqual([null, null]);
    expect(items.map(({ id, cloudPercent }) => [id, cloudPercent])).toEqual([
      ["S2A_13TDE_20231008_0_L2A", 0.000_299],
      ["LC08_L2SP_033032_20231008_02_T1", expect.any(Number)],
    ]);
    expect(items[0]!.assets.red).toMatchObject({ key: "red", scale: 0.0001, noData: 0, gsdM: 10 });
  });

  test("Earth Search by its own filter, the next page asked with the filter that its link leaves out", async () => {
    const conditions = [{ property: "eo:cloud_cover", is: "<=", value: 40 }] as const;
    const conformsTo = [
      "https://api.stacspec.org/v1.0.0/item-search#filter",
      "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
    ];
    const links = [{ rel: "search", method: "POST", href: `${server.at(ES)}/search` }];
    server.state.fault = (request, reply) =>
      request.method === "GET" && Boolean(reply.end(JSON.stringify({ conformsTo, links })));
    const { ids } = await found(ES, { ...ALL, conditions }, { most: 10 });
    expect(ids).toHaveLength(10);
    server.state.asked.length = 0;
    const { next } = await found(ES, { ...ALL, conditions }, { most: 10 });
    expect(next?.question?.body).toMatchObject({ filter: { op: "<=" }, next: expect.any(String) });
  });

  test("eoAPI, whose landing page lists GET before POST", async () => {
    const { ids, next } = await found(EO, ALL, { most: 10 });
    expect(ids).toHaveLength(10);
    expect(next?.question).toMatchObject({ method: "POST", body: { token: expect.any(String) } });
  });

  test("a search that broke off goes on from its cursor", async () => {
    const whole = await found(PC, NAIP);
    server.state.fault = (_, reply, { body }) =>
      body.includes("token") && Boolean(reply.writeHead(503).end());
    const half = await found(PC, NAIP);
    expect([half.ids.length, half.broken]).toEqual([10, expect.stringContaining("HTTP 503")]);
    server.state.fault = () => false;
    const rest = await found(PC, NAIP, { from: half.next });
    expect([...half.ids, ...rest.ids]).toEqual(whole.ids);
  });

  test("a page shrinks where the catalogue fails under it, and by time-out too", async () => {
    for (const fail of [
      (reply) => Boolean(reply.writeHead(502).end("<html><body><h1>Bad Gateway</h1></body></html>")),
      () => true,
    ] satisfies ((reply: Parameters<Fault>[1]) => boolean)[]) {
      server.state.asked.length = 0;
      server.state.fault = (_, reply, { body }) => body !== "" && JSON.parse(body).limit > 25 && fail(reply);
      const { ids, notes } = await found(PC, NAIP, { pageSize: 100, most: 10 });
      expect(ids).toHaveLength(10);
      expect(notes.map((note) => note.replace(/.*: /, ""))).toEqual([
        "asking for 50 at once",
        "asking for 25 at once",
      ]);
    }
  });

  test.each([403, 405, 501, 404])("GET is tried where POST is answered by %i", async (status) => {
    server.state.fault = (request, reply) =>
      request.method === "POST" && Boolean(reply.writeHead(status).end());
    const { notes, broken } = await found(PC, NAIP);
    expect(notes).toEqual([]);
    expect(broken).toContain("HTTP 404");
    const last = decodeURIComponent(server.state.asked.at(-1)!);
    expect(last).toContain(
      "GET /planetarycomputer.microsoft.com/api/stac/v1/search?collections=naip&bbox=-73.21,43.99,-73.12,44.05",
    );
  });

  test.each<[string, Fault, string]>([
    [
      "cut in the middle",
      (_, reply) => (
        reply.writeHead(200, { "content-length": 900 }).write('{"type":'),
        reply.destroy(),
        true
      ),
      "hang up|terminated|aborted",
    ],
    [
      "no whole JSON",
      (_, reply) => Boolean(reply.writeHead(200).end('{"type": "FeatureColl')),
      "21 characters is no whole JSON",
    ],
    [
      "a web page",
      (_, reply) => Boolean(reply.writeHead(200).end("<!doctype html><title>Sign in</title>")),
      "a web page in place of JSON: Sign in",
    ],
    [
      "no list of items",
      (_, reply) => Boolean(reply.writeHead(200).end('{"type":"FeatureCollection"}')),
      "no list of items",
    ],
    [
      "a refusal",
      (_, reply) => Boolean(reply.writeHead(401).end("<html><p>No key</p></html>")),
      "HTTP 401: No key",
    ],
    ["429 for ever", (_, reply) => Boolean(reply.writeHead(429, { "retry-after": "0" }).end()), "HTTP 429"],
  ])("an answer that is %s is named", async (_, bad, said) => {
    server.state.fault = (request, reply, asked) => request.method === "POST" && bad(request, reply, asked);
    const { broken, ids } = await found(PC, NAIP);
    expect(ids).toEqual([]);
    expect(broken).toMatch(new RegExp(`^127.0.0.1:\\d+: .*(${said})`));
  });

  test("429 and 503 that pass are waited for", async () => {
    server.state.fault = (_, reply, { nth }) =>
      (nth === 2 || nth === 3) &&
      Boolean(reply.writeHead(nth === 2 ? 429 : 503, { "retry-after": "0" }).end());
    expect((await found(PC, NAIP, { most: 10 })).ids).toHaveLength(10);
  });
});

/** A catalogue that a test makes up: its landing page offers POST; what else it offers is given. */
function madeUp(
  conformsTo: readonly string[],
  answer: (body: Record<string, unknown>, nth: number) => unknown,
): Fault {
  const search = { rel: "search", method: "POST", href: `${server.base}/made/search` };
  return (request, reply, { body, nth }) => {
    const isLanding = request.method === "GET";
    const said = isLanding
      ? { type: "Catalog", id: "made", conformsTo, links: [search] }
      : answer(JSON.parse(body), nth);
    reply
      .writeHead(said === null ? 400 : 200, { "content-type": "application/json" })
      .end(JSON.stringify(said));
    return true;
  };
}

const item = (id: string, cloud: number | null = 10) => ({
  ...{ type: "Feature", id, geometry: { type: "Point", coordinates: [0, 0] }, assets: {}, links: [] },
  properties: { datetime: "2026-01-01T00:00:00Z", ...(cloud !== null && { "eo:cloud_cover": cloud }) },
});
const page = (ids: readonly string[], body?: object) => ({
  type: "FeatureCollection",
  features: ids.map((id) => item(id)),
  links:
    body === undefined
      ? []
      : [{ rel: "next", method: "POST", href: `${server.base}/made/search`, body, merge: true }],
});

describe("a catalogue that does not end", () => {
  test("is left where its next page is the same page", async () => {
    server.state.fault = madeUp([], () => page(["a", "b"], { token: "stuck" }));
    const { ids, broken } = await found("https://made/", ALL);
    expect(ids).toEqual(["a", "b"]);
    expect(broken).toContain("read already");
  });

  test("is left where ever new pages bring nothing new", async () => {
    server.state.fault = madeUp([], (_, nth) => page(["a", "b"], { token: nth }));
    const { ids, broken } = await found("https://made/", ALL);
    expect(ids).toEqual(["a", "b"]);
    expect(broken).toContain("5 pages in a row brought nothing new");
  });
});

/** Pages of three items by a catalogue's own dialect; its answer says how the next page is linked. */
function pagesOf(
  total: number,
  next: (at: number, body: Record<string, unknown>) => object[],
  startOf: (request: Parameters<Fault>[0], body: Record<string, unknown>) => number = (_, body) =>
    Number(body.token ?? 0),
): Fault {
  return (request, reply, asked) => {
    if (request.method === "GET") return madeUp([], () => null)(request, reply, asked);
    const body = JSON.parse(asked.body) as Record<string, unknown>;
    const from = startOf(request, body);
    const ids = Array.from({ length: total }, (_, i) => `item-${i}`).slice(from, from + 3);
    const links = next(from + ids.length, body).map((link) => ({ rel: "next", ...link }));
    const said = { ...page(ids), numberMatched: total, numberReturned: ids.length, links };
    return Boolean(reply.end(JSON.stringify(said)));
  };
}

describe("next pages in other dialects", () => {
  const href = () => `${server.base}/made/search`;

  test("are asked with the headers that the link gives, on the same host only", async () => {
    const start: Parameters<typeof pagesOf>[2] = ({ headers }) => Number(headers["search-after"] ?? 0);
    const after = (at: number) => ({ method: "POST", headers: { "Search-After": String(at) }, merge: true });
    server.state.fault = pagesOf(8, (at) => (at < 8 ? [{ ...after(at), href: href() }] : []), start);
    expect((await found("https://made/", ALL)).ids).toHaveLength(8);
    const elsewhere = href().replace("127.0.0.1", "localhost");
    server.state.fault = pagesOf(8, (at) => [{ ...after(at), href: elsewhere }], start);
    const { next } = await found("https://made/", ALL, { most: 3 });
    expect(next?.question).toMatchObject({ url: elsewhere });
    expect(next?.question).not.toHaveProperty("headers");
  });

  test("are those for programs where there is one for people too", async () => {
    const people = { type: "text/html", href: "/made/page" };
    server.state.fault = pagesOf(5, (at, body) =>
      at < 5 ? [people, { method: "POST", href: href(), body: { ...body, token: at } }] : [people],
    );
    expect(await found("https://made/", ALL)).toMatchObject({ ids: { length: 5 }, broken: null });
  });

  test("end with an empty one where the catalogue says that all was given, link or not", async () => {
    server.state.fault = pagesOf(6, (at, body) => [
      { method: "POST", href: href(), body: { ...body, token: at, nonce: Math.random() } },
    ]);
    const { ids, broken } = await found("https://made/", ALL);
    expect([ids.length, broken]).toEqual([6, null]);
    expect(server.state.asked).toHaveLength(4);
  });
});

test.each([
  [400, '{"code":"BadRequest","description":"limit: must be less than or equal to 25"}'],
  [422, '{"detail":[{"loc":["body","limit"],"msg":"Input should be less than or equal to 25"}]}'],
])("a page shrinks where the catalogue answers %i to so many items at once", async (status, said) => {
  server.state.fault = (request, reply, asked) => {
    const isTooMany = request.method === "POST" && JSON.parse(asked.body).limit > 25;
    if (isTooMany) return Boolean(reply.writeHead(status).end(said));
    return madeUp([], () => page(["a"]))(request, reply, asked);
  };
  const { ids, notes } = await found("https://made/", ALL, { pageSize: 100 });
  expect([ids, notes.map((note) => note.replace(/.*: /, ""))]).toEqual([
    ["a"],
    ["asking for 50 at once", "asking for 25 at once"],
  ]);
});

describe("what a catalogue does not filter", () => {
  const conditions = [{ property: "eo:cloud_cover", is: "<=", value: 20 }] as const;
  const mixed = {
    type: "FeatureCollection",
    links: [],
    features: [item("clear", 5), item("cloudy", 80), item("silent", null)],
  };

  test("is filtered here", async () => {
    server.state.fault = madeUp([], () => mixed);
    const { ids, notes } = await found("https://made/", { ...ALL, conditions });
    expect([ids, notes[0]]).toEqual([["clear"], expect.stringContaining("filtered here")]);
  });

  test("is asked by the query extension where there is one", async () => {
    server.state.fault = madeUp(["https://api.stacspec.org/v1.0.0/item-search#query"], ({ query }) =>
      JSON.stringify(query) === '{"eo:cloud_cover":{"lte":20}}' ? page(["clear"]) : null,
    );
    expect((await found("https://made/", { ...ALL, conditions })).ids).toEqual(["clear"]);
  });

  test("is filtered here where the catalogue refuses the filter it said it takes", async () => {
    const says = [
      "https://api.stacspec.org/v1.0.0/item-search#filter",
      "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
    ];
    server.state.fault = madeUp(says, ({ filter }) => (filter === undefined ? mixed : null));
    const { ids, notes } = await found("https://made/", { ...ALL, conditions });
    expect([ids, notes[0]]).toEqual([["clear"], expect.stringContaining("HTTP 400 to the filter")]);
  });
});

test("what is no item is left out and told of", async () => {
  server.state.fault = madeUp([], () => ({
    ...page(["a"]),
    features: [null, item("a"), { type: "Feature" }],
  }));
  const { ids, notes } = await found("https://made/", ALL);
  expect(ids).toEqual(["a"]);
  expect(notes).toEqual(["what cannot be read as an item is left out: 2 of a page"]);
});

test("a box over the antimeridian is asked as an area of two parts", async () => {
  server.state.fault = madeUp([], ({ intersects, bbox }) => {
    expect(bbox).toBeUndefined();
    const { coordinates } = intersects as { coordinates: number[][][][] };
    expect(coordinates.map(([ring]) => [ring![0]![0], ring![1]![0]])).toEqual([
      [179, 180],
      [-180, -179],
    ]);
    return page(["one"]);
  });
  expect((await found("https://made/", { ...ALL, bbox: [179, 60, -179, 61] })).ids).toEqual(["one"]);
});

test("a server that keeps failing is left alone for a while, then tried again", async () => {
  let now = 0;
  const breaker = circuitBreaker({ most: 3, restMs: 1000, nowMs: () => now });
  server.state.fault = (_, reply) => Boolean(reply.writeHead(503).end());
  const ask = async () => {
    const pages = searchCatalogue(
      { ...network(), breaker },
      { id: "x", url: `${server.base}/made`, pageSize: 5 },
      ALL,
    );
    return pages.next().then(
      () => "answered",
      (error: Error) => error.message,
    );
  };
  expect(await ask()).toContain("HTTP 503");
  expect(await ask()).toContain("is left alone until 00:00:01 UTC");
  expect(server.state.asked).toHaveLength(3);
  now = 1001;
  server.state.fault = madeUp([], () => page(["a"]));
  expect(await ask()).toBe("answered");
});
