import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Imager } from "#model/imager.ts";
import type { Site } from "#model/site.ts";
import { addObservations, openStore, type Store } from "#store/index.ts";
import { batch, observation } from "#store/testing/samples.ts";
import { readWatch } from "#watch/index.ts";
import { collectAndObserve } from "../cycle/cycle.ts";
import { createWorld, type World } from "../cycle/world.ts";
import { importElementSets } from "../cycle/orbits/import-orbits.ts";
import { createApp } from "./app.ts";
import type { ExplainReply, ObservationsReply, Routes, WarningsReply } from "./contract.ts";
import { ROUTES } from "./routes.ts";

const WATCH = "examples/watches/arctic-cables";
const TODAY = "2026-11-23";
const VANGUARD = `0 VANGUARD 1
1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753
2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667`;
const SITE: Site = {
  ...{ id: "SVALBARD", name: "Cable landing", operator: "NOR", country: "NOR", kind: "landing" },
  ...{ lat: 78.23, lon: 15.4, altM: null, precisionKm: 1, status: "active", confidence: "high" },
  ...{ footprintKm: 1, gcat: "" },
  ...{ known: "Two cables", suspected: "", source: "Wikipedia", verified: "recall" },
};
const IMAGER: Imager = {
  ...{ id: 5, name: "VANGUARD 1", owner: "NOR", sensor: "radar", minOffNadirDeg: null, maxOffNadirDeg: null },
  ...{ basis: "Not published", source: "", confidence: "low" },
};
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-api-"));
const logged: string[] = [];
let [store, world, app] = [] as unknown as [Store, World, Hono];

beforeAll(async () => {
  store = await openStore({ file: path.join(folder, "store.sqlite") });
  world = createWorld({
    watch: { ...readWatch(WATCH), sites: [SITE], imagers: [IMAGER] },
    watchDir: WATCH,
    store,
    now: () => `${TODAY}T12:00:00.000Z`,
  });
  await collectAndObserve(world);
  await importElementSets(world, { name: "vanguard.tle", bytes: new TextEncoder().encode(VANGUARD) });
  app = appOn(path.join(folder, "web"));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function appOn(webDir: string): Hono {
  return createApp({ world, today: () => TODAY, webDir, log: (line) => void logged.push(line) });
}

async function get<T>(address: string): Promise<T> {
  const reply = await app.request(address);
  const body = (await reply.json()) as T;
  expect(reply.status, JSON.stringify(body)).toBe(200);
  return body;
}

async function refusal(address: string, init?: RequestInit): Promise<[number, string]> {
  const reply = await app.request(address, init);
  const { error } = (await reply.json()) as { error: { code: string; message: string } };
  expect(error.message).toMatch(/^[A-Zaa-z].*\.$/);
  return [reply.status, error.code];
}

describe("every reply has the shape its route promises", () => {
  const asked: Partial<Record<keyof Routes, string[]>> = {
    "GET /api/watch": ["/api/watch", "/api/watch?asOf=2022-01-31"],
    "GET /api/approaches": [
      "/api/approaches?objects=25544,7",
      "/api/approaches?objects=7&asOf=2022-01-31&days=1",
    ],
    "GET /api/assessment": ["/api/assessment", "/api/assessment?asOf=2020-01-01"],
    "GET /api/observations": ["/api/observations", "/api/observations?q=cable&limit=2&offset=1"],
    "GET /api/observations/:id": ["/api/observations/AI-02", "/api/observations/AR-01?asOf=2023-01-31"],
    "GET /api/observations.geojson": [
      "/api/observations.geojson",
      "/api/observations.geojson?stream=incidents&asOf=2022-06-30",
    ],
    "GET /api/reports": ["/api/reports", "/api/reports?state=decided&limit=5"],
    "GET /api/explain": ["/api/explain?scenario=mapping", "/api/explain?scenario=cutting&asOf=2023-06-30"],
    "GET /api/requirements": [
      "/api/requirements?scenario=mapping",
      "/api/requirements?scenario=cutting&asOf=2023-06-30",
    ],
    "GET /api/collection-plan": ["/api/collection-plan", "/api/collection-plan?asOf=2023-06-30"],
    "GET /api/timeline": ["/api/timeline", "/api/timeline?asOf=2022-01-31"],
    "GET /api/activity": ["/api/activity", "/api/activity?asOf=2023-01-31"],
    "GET /api/partnership": ["/api/partnership", "/api/partnership?asOf=2023-01-31"],
    "GET /api/exposure": ["/api/exposure", "/api/exposure?asOf=2023-01-31"],
    "GET /api/alignment": ["/api/alignment", "/api/alignment?asOf=2023-01-31"],
    "GET /api/law": ["/api/law"],
    "GET /api/reactions": ["/api/reactions", "/api/reactions?asOf=2023-01-31"],
    "GET /api/outlook": ["/api/outlook", "/api/outlook?asOf=2021-01-31"],
    "GET /api/warnings": ["/api/warnings", "/api/warnings?asOf=2020-06-30"],
    "GET /api/orbits": ["/api/orbits"],
    "GET /api/orbits/:id": ["/api/orbits/5"],
    "GET /api/sites": ["/api/sites"],
    "GET /api/sites/:id/passes": [
      "/api/sites/SVALBARD/passes",
      "/api/sites/SVALBARD/passes?days=1&from=2026-10-01",
    ],
    "GET /api/sites/:id/pictures": [
      "/api/sites/SVALBARD/pictures",
      "/api/sites/SVALBARD/pictures?asOf=2022-01-31",
    ],
    "GET /api/sources": ["/api/sources"],
    "GET /api/contributions": ["/api/contributions"],
    "GET /api/scoreboard": ["/api/scoreboard?asOf=2023-06-30"],
    "GET /api/brief": ["/api/brief", "/api/brief?asOf=2024-05-31&format=json", "/api/brief?asOf=2020-01-01"],
  };
  for (const { name, replies } of ROUTES.filter(({ name: one }) => one in asked)) {
    test(name, async () => {
      for (const address of asked[name]!)
        expect(replies.parse(await get(address))).toEqual(await get(address));
    });
  }
});

test("the default watch is answered in the same shapes", async () => {
  const dir = "watches/ilrs";
  const kept = await openStore({ file: path.join(folder, "ilrs.sqlite") });
  const ilrs = createWorld({ watch: readWatch(dir), watchDir: dir, store: kept, now: world.now });
  await collectAndObserve(ilrs);
  const onIlrs = createApp({ world: ilrs, today: () => TODAY, webDir: folder, log: () => {} });
  const scenario = ilrs.watch.scenarios[0]!.id;
  for (const { name, replies } of ROUTES.filter((route) => !/:id|:sha256|POST|\.atom/.test(route.name))) {
    const reply = await onIlrs.request(`${name.slice(4)}?scenario=${scenario}&objects=7&asOf=2025-06-30`);
    const said: unknown = await reply.json();
    expect(replies.parse(said), name).toEqual(said);
  }
  await kept.close();
}, 240_000);

test("the description covers every route, and each of its references leads somewhere", async () => {
  const description = await get<{ paths: object; components: { schemas: object } }>("/api/openapi.json");
  const operations = Object.values(description.paths).flatMap((path: object) => Object.keys(path));
  expect(operations).toHaveLength(ROUTES.length);
  const named = Object.keys(description.components.schemas).map((name) => `#/components/schemas/${name}`);
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to);
  expect(references.length).toBeGreaterThan(5);
  expect(references.filter((to) => !named.includes(to!))).toEqual([]);
});

describe("observations", () => {
  const ids = async (query: string) =>
    (await get<ObservationsReply>(`/api/observations?${query}`)).items.map(({ id }) => id);

  test("nothing known later is told", async () => {
    expect(await ids("asOf=2021-11-04")).toEqual([]);
    expect(await ids("asOf=2021-11-05")).toEqual(["AI-01"]);
    expect(await refusal("/api/observations/AI-01?asOf=2021-11-04")).toEqual([404, "no-observation"]);
  });

  test("an indicator tells what it reads, and each of those names it", async () => {
    const [first] = world.watch.indicators;
    const read = await ids(`indicator=${first!.id}`);
    expect(read.length).toBeGreaterThan(0);
    for (const id of read) {
      const { indicators } = await get<{ indicators: string[] }>(`/api/observations/${id}`);
      expect(indicators).toContain(first!.id);
    }
  });

  test("the text at the evidence is the very row of the record", async () => {
    const { evidence } = await get<Routes["GET /api/observations/:id"]>("/api/observations/AI-02");
    expect(evidence.header).toMatch(/^id,date,/);
    expect(evidence.text).toMatch(/^AI-02,2022-01-07,/);
    expect(evidence.url).toBe("file:record/incidents.csv");
  });
});

test("an object's orbit is told by the day its elements were known, and not before", async () => {
  const { id, name } = await get<Routes["GET /api/orbits"]>("/api/orbits");
  expect([id, name]).toEqual([[5], ["VANGUARD 1"]]);
  expect((await get<Routes["GET /api/orbits/:id"]>("/api/orbits/5")).epochMs).toHaveLength(1);
  expect(await refusal("/api/orbits/6")).toEqual([404, "no-object"]);
  expect(await refusal("/api/orbits/vanguard")).toEqual([400, "bad-request"]);
});

test("an explanation's shares add up, and carry their observations", async () => {
  const { p, prior, contributions } = await get<ExplainReply>("/api/explain?scenario=mapping");
  const logit = (x: number) => Math.log(x / (1 - x));
  const sum = contributions.reduce((total, { shapley }) => total + shapley, 0);
  expect(sum).toBeCloseTo(logit(p) - logit(prior), 9);
  expect(contributions.some(({ observations }) => observations.length > 0)).toBe(true);
});

describe("what is remembered never outlives what it was made from", () => {
  test("an observation that arrives changes the next answer", async () => {
    const before = await get<Routes["GET /api/assessment"]>("/api/assessment");
    expect(await get("/api/assessment")).toEqual(before);
    await addObservations(store, batch([observation("NEW-1", { stream: "incidents", kind: "sighting" })]));
    const after = await get<Routes["GET /api/assessment"]>("/api/assessment");
    expect(after.inputs.observations).toBe(before.inputs.observations + 1);
  });
});

describe("wrong questions are refused with a code and a sentence", () => {
  test.each([
    ["/api/assessment?asOf=2025-02-30", 400, "bad-request"],
    ["/api/assessment?asOf=2019-12-31", 400, "before-start"],
    ["/api/assessment?asOf=9999-12-31", 400, "after-end"],
    ["/api/observations?limit=0", 400, "bad-request"],
    ["/api/observations?limit=many", 400, "bad-request"],
    ["/api/observations?indicator=none", 404, "no-indicator"],
    ["/api/explain", 400, "bad-request"],
    ["/api/explain?scenario=war", 404, "no-scenario"],
    ["/api/requirements?scenario=war", 404, "no-scenario"],
    ["/api/brief?format=odt", 400, "bad-request"],
    ["/api/reports?state=lost", 400, "bad-request"],
    ["/api/observations.geojson?tlp=RED", 400, "bad-request"],
    ["/feeds/warnings.atom?tlp=AMBER", 403, "not-released"],
    ["/feeds/nothing.atom", 404, "no-route"],
    ["/api/nothing", 404, "no-route"],
    ["/api/observations/%E0%A4%A", 404, "no-observation"],
    ["/api/observations/a%2F..%2Fb", 404, "no-observation"],
  ])("%s", async (address, status, code) => {
    expect(await refusal(address)).toEqual([status, code]);
  });
});

test.each([
  ["PUT", "/api/assessment", "GET, HEAD"],
  ["DELETE", "/feeds/warnings.atom", "GET, HEAD"],
  ["PATCH", "/api/observations/AI-01", "GET, HEAD"],
  ["GET", "/api/warnings/none/acknowledge", "POST"],
])("%s of %s is answered with the methods there are", async (method, address, allowed) => {
  const reply = await app.request(address, { method, headers: { "content-type": "application/json" } });
  expect([reply.status, reply.headers.get("allow")]).toEqual([405, allowed]);
  expect(await reply.json()).toMatchObject({ error: { code: "no-method" } });
});

test("a failing store is told in a sentence of ours, and in full to the log alone", async () => {
  const other = await openStore({ file: path.join(folder, "other.sqlite") });
  const broken = createApp({
    world: createWorld({ ...world, store: other }),
    today: () => TODAY,
    webDir: folder,
    log: (line) => void logged.push(line),
  });
  await other.close();
  const reply = await broken.request("/api/assessment");
  expect(reply.status).toBeGreaterThanOrEqual(500);
  expect(await reply.text()).not.toMatch(/sqlite|driver|\.ts|Kysely/i);
  expect(logged.at(-1)).toMatch(/^GET \/api\/assessment: /);
});

describe("acknowledging", () => {
  const warning = async () => (await get<WarningsReply>("/api/warnings")).warnings[0]!;
  const post = (id: string, headers: Record<string, string>, body = '{"by":"duty officer","note":"seen"}') =>
    ({ address: `/api/warnings/${id}/acknowledge`, init: { method: "POST", headers, body } }) as const;
  const JSON_BODY = { "content-type": "application/json" };

  test("adds who and when beside the warning", async () => {
    const { id } = await warning();
    const { address, init } = post(id, { ...JSON_BODY, origin: "http://localhost" });
    const reply = await app.request(address, init);
    expect(reply.status).toBe(200);
    const made = { warning: id, by: "duty officer", note: "seen", at: `${TODAY}T12:00:00.000Z` };
    expect(await reply.json()).toEqual(made);
    expect((await warning()).acknowledgements).toEqual([made]);
  });

  test("is refused to other sites, to forms, to nobody in particular and for no warning", async () => {
    const { id, acknowledgements } = await warning();
    const said = (given: ReturnType<typeof post>) => refusal(given.address, given.init);
    expect(await said(post(id, { ...JSON_BODY, origin: "https://evil.example" }))).toEqual([
      403,
      "foreign-origin",
    ]);
    expect(await said(post(id, { ...JSON_BODY, "sec-fetch-site": "cross-site" }))).toEqual([
      403,
      "foreign-origin",
    ]);
    expect(await said(post(id, { "content-type": "text/plain" }))).toEqual([415, "not-json"]);
    expect(await said(post(id, JSON_BODY, "{"))).toEqual([400, "bad-request"]);
    expect(await said(post(id, JSON_BODY, '{"by":" "}'))).toEqual([400, "bad-request"]);
    expect(await said(post(id, JSON_BODY, `{"by":"${"x".repeat(70_000)}"}`))).toEqual([413, "too-long"]);
    expect(await said(post("none", JSON_BODY))).toEqual([404, "no-warning"]);
    expect((await warning()).acknowledgements).toEqual(acknowledgements);
  });
});

test("a contribution is handed in, vetted and counted for its contributor; nobody else's page can do either", async () => {
  const post = (address: string, body: object, origin = "http://localhost") => {
    const headers = { "content-type": "application/json", origin };
    return [address, { method: "POST", headers, body: JSON.stringify(body) }] as const;
  };
  const said = { contributor: "harbour-watch", title: "A ship", text: "It waits off the landing." };
  const [address, init] = post("/api/contributions", said);
  const { id } = (await (await app.request(address, init)).json()) as { id: string };
  const [vetting, decided] = post(`/api/contributions/${id}/vet`, { decision: "rejected", by: "duty" });
  expect((await app.request(vetting, decided)).status).toBe(200);
  expect(await get("/api/contributions")).toMatchObject({
    contributions: [
      { id, contribution: { ...said, marking: "TLP:AMBER" }, vetting: { decision: "rejected" } },
    ],
    contributors: [{ contributor: "harbour-watch", accepted: 0, rejected: 1, waiting: 0 }],
  });
  expect(await refusal(...post("/api/contributions", said, "https://evil.example"))).toEqual([
    403,
    "foreign-origin",
  ]);
  expect(await refusal(...post("/api/contributions", { ...said, text: "" }))).toEqual([400, "bad-request"]);
  expect(await refusal(...post("/api/contributions/none/vet", { decision: "accepted", by: "x" }))).toEqual([
    404,
    "no-contribution",
  ]);
});

test("what is handed in is kept as plain words, and too much of it refused with one line", async () => {
  const post = (body: object) => {
    const said = { contributor: "busy", text: "长".repeat(20_000), ...body };
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(said),
    };
    return ["/api/contributions", init] as const;
  };
  for (let i = 0; i < 10; i++) await app.request(...post({ title: `<b>Ship</b> ${i}` }));
  const { contributions } = await get<Routes["GET /api/contributions"]>("/api/contributions");
  const kept = contributions.filter(({ contribution }) => contribution.contributor === "busy");
  expect(kept.map(({ contribution }) => contribution.title).at(0)).toBe("Ship 9");
  expect(kept).toHaveLength(10);
  expect(await refusal(...post({ title: "One more" }))).toEqual([429, "too-many"]);
  expect(await refusal(...post({ title: "Later", contributor: "calm", on: "2027-01-01" }))).toEqual([
    400,
    "bad-request",
  ]);
});

test("a name from elsewhere that points at this machine is refused", async () => {
  expect(await refusal("http://evil.example/api/assessment")).toEqual([403, "foreign-host"]);
});

test("every answer forbids what the web app does not need", async () => {
  const { headers } = await app.request("/api/watch");
  const policy = headers.get("content-security-policy")!;
  expect(policy).toMatch(/default-src 'self'; script-src 'self' 'wasm-unsafe-eval';/);
  expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("x-frame-options")).toBe("DENY");
});

describe("briefs in other formats", () => {
  test.each([
    ["md", "text/markdown; charset=utf-8", "# Cables"],
    ["html", "text/html; charset=utf-8", "<!doctype html>"],
    ["pdf", "application/pdf", "%PDF-"],
    ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"],
  ])("%s", async (format, type, start) => {
    const reply = await app.request(`/api/brief?asOf=2024-05-31&format=${format}`);
    expect(reply.headers.get("content-type")).toBe(type);
    expect(reply.headers.get("content-disposition")).toContain(`arctic-cables-2024-05-31.${format}`);
    expect((await reply.text()).slice(0, start.length)).toBe(start);
  });
});

describe("the web app", () => {
  const web = path.join(folder, "web-built");
  beforeAll(() => {
    mkdirSync(path.join(web, "assets"), { recursive: true });
    writeFileSync(path.join(web, "index.html"), "<title>Tocsin</title>");
    writeFileSync(path.join(web, "assets", "app-1a2b.js"), "export {};");
    writeFileSync(path.join(folder, "secret.txt"), "secret");
  });

  test("says how to build it where it is not", async () => {
    const reply = await app.request("/");
    expect(reply.status).toBe(503);
    expect(await reply.text()).toMatch(/npm run build/);
  });

  test("answers its pages under every address, and its files for good", async () => {
    const built = appOn(web);
    for (const page of ["/", "/scenarios", "/observations/AI-01"]) {
      const reply = await built.request(page);
      expect(await reply.text()).toBe("<title>Tocsin</title>");
      expect(reply.headers.get("content-type")).toMatch(/^text\/html/);
    }
    const file = await built.request("/assets/app-1a2b.js");
    expect(file.headers.get("content-type")).toMatch(/javascript/);
    expect(file.headers.get("cache-control")).toMatch(/immutable/);
    expect((await built.request("/assets/none.js")).status).toBe(404);
  });

  test("never leaves its folder", async () => {
    const built = appOn(web);
    for (const way of ["/../secret.txt", "/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt"]) {
      expect(await (await built.request(`http://localhost${way}`)).text()).not.toMatch(/^secret/);
    }
  });
});
