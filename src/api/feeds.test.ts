import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ceiling } from "#model/release.ts";
import { addObservations, appendBrief, openStore, type Store } from "#store/index.ts";
import { batch, brief, observation } from "#store/testing/samples.ts";
import { readWatch } from "#watch/index.ts";
import { collectAndObserve } from "../cycle/cycle.ts";
import { createWorld, type World } from "../cycle/world.ts";
import { readAs } from "../cycle/collect/formats/testing/read-as.ts";
import { createApp } from "./app.ts";
import type { Routes, WarningsReply } from "./contract.ts";

const WATCH = "examples/watches/arctic-cables";
const TODAY = "2026-11-23";
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-feeds-"));
let [store, world] = [] as unknown as [Store, World];

beforeAll(async () => {
  store = await openStore({ file: path.join(folder, "store.sqlite") });
  const now = () => `${TODAY}T12:00:00.000Z`;
  world = createWorld({ watch: readWatch(WATCH), watchDir: WATCH, store, now });
  await collectAndObserve(world);
  await appendBrief(store, { ...brief("b-1", "2026-10-01"), title: "Open" }, "2026-10-01T08:00:00.000Z");
  const amber = { ...brief("b-2", "2026-11-01"), title: "Closed", marking: "TLP:AMBER" };
  await appendBrief(store, amber, "2026-11-01T08:00:00.000Z");
  await appendBrief(store, { ...brief("b-3", "2026-11-02"), marking: "TLP:RED" }, "2026-11-02T08:00:00.000Z");
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const onApp = (release?: Ceiling): Hono =>
  createApp({
    world: createWorld({ ...world, ...(release && { release }) }),
    ...{ today: () => TODAY, webDir: folder, log: () => {} },
  });

interface JsonFeed {
  readonly description: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly date_published: string;
    readonly date_modified: string;
    readonly tags: readonly string[];
    readonly url: string;
    readonly _tocsin: Readonly<Record<string, unknown>>;
  }[];
}

async function feed(app: Hono, address: string): Promise<JsonFeed> {
  const reply = await app.request(address);
  expect([reply.status, reply.headers.get("content-type")]).toEqual([
    200,
    "application/feed+json; charset=utf-8",
  ]);
  return (await reply.json()) as JsonFeed;
}

test("every step in the history of every warning is one entry, as it was known that day", async () => {
  const app = onApp();
  const { warnings } = (await (await app.request("/api/warnings")).json()) as WarningsReply;
  const { items } = await feed(app, "/feeds/warnings.json");
  const told = warnings.flatMap(({ id, steps }) =>
    steps.map(({ on, from, to }) => ({ warning: id, on, from, to })),
  );
  expect(told.length).toBeGreaterThan(3);
  const byDay = (a: { on: string; warning: string }, b: typeof a) =>
    `${a.on}${a.warning}`.localeCompare(`${b.on}${b.warning}`);
  const said = items.map(
    ({ _tocsin: { warning, on, from, to } }) => ({ warning, on, from, to }) as (typeof told)[number],
  );
  expect(said.toSorted(byDay)).toEqual(told.toSorted(byDay));
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  for (const { _tocsin: entry, date_modified: at } of items) {
    const then = await app.request(`/api/assessment?asOf=${entry.on as string}`);
    const { scenarios } = (await then.json()) as Routes["GET /api/assessment"];
    expect(scenarios.map(({ crossing }) => crossing.p90)).toContain(entry.p90);
    expect(at).toBe(`${entry.on as string}T00:00:00.000Z`);
  }
});

test("an earlier day tells the same entries up to it, under the same ids", async () => {
  const app = onApp();
  const [now, then] = [
    await feed(app, "/feeds/warnings.json"),
    await feed(app, "/feeds/warnings.json?asOf=2023-06-30"),
  ];
  expect(then.items.length).toBeLessThan(now.items.length);
  expect(now.items.filter(({ date_modified: at }) => at < "2023-07")).toEqual(then.items);
});

test("what is written as Atom is read back entry by entry, and is the same to the byte until something happens", async () => {
  const app = onApp();
  const [atom, again] = [
    await app.request("/feeds/warnings.atom"),
    await onApp().request("/feeds/warnings.atom"),
  ];
  const text = await atom.text();
  expect(await again.text()).toBe(text);
  const { documents, rejects } = readAs("rss", text);
  const { items } = await feed(app, "/feeds/warnings.json");
  expect(rejects).toEqual([]);
  expect(documents.map(({ id, title, url, published }) => [id.slice(6), title, url, published])).toEqual(
    items.map(({ id, title, url, date_published: at }) => [id, title, url, at]),
  );
  const tag = atom.headers.get("etag")!;
  const asked = (held: string) => app.request("/feeds/warnings.atom", { headers: { "if-none-match": held } });
  expect([(await asked(tag)).status, (await asked('"other"')).status]).toEqual([304, 200]);
  expect(await (await asked(tag)).text()).toBe("");
});

test("nothing above the ceiling leaves, the ceiling is the operator's, and what is left out is counted", async () => {
  const titles = async (release: Ceiling, query: string) => {
    const { items, description } = await feed(onApp(release), `/feeds/briefs.json${query}`);
    return [items.map(({ title, tags }) => `${title} ${tags[0]}`), description];
  };
  expect(await titles("TLP:AMBER", "")).toEqual([
    ["Open TLP:CLEAR"],
    "Marked up to TLP:CLEAR. 2 briefs are marked above TLP:CLEAR and were left out.",
  ]);
  expect(await titles("TLP:AMBER", "?tlp=amber")).toEqual([
    ["Closed TLP:AMBER", "Open TLP:CLEAR"],
    "Marked up to TLP:AMBER. 1 brief is marked above TLP:AMBER and was left out.",
  ]);
  expect((await onApp("TLP:GREEN").request("/feeds/briefs.json?tlp=AMBER")).status).toBe(403);
  expect((await onApp("TLP:AMBER").request("/feeds/briefs.json?tlp=RED")).status).toBe(400);
});

test("a brief written again is the same entry with a later change", async () => {
  const [before] = (await feed(onApp(), "/feeds/briefs.json")).items;
  await appendBrief(
    store,
    { ...brief("b-1", "2026-10-01"), title: "Open, again" },
    "2026-10-05T08:00:00.000Z",
  );
  const [after] = (await feed(onApp(), "/feeds/briefs.json")).items;
  expect(after).toMatchObject({
    id: before!.id,
    title: "Open, again",
    date_modified: "2026-10-05T08:00:00.000Z",
  });
  expect(after!.date_published).toBe(before!.date_published);
});

test("points are longitude before latitude, and what has no place or a stricter marking is counted", async () => {
  const place = { name: "Harbour", lat: 78.2, lon: 15.6 };
  await addObservations(
    store,
    batch([
      observation("G-1", { stream: "geo", place }),
      observation("G-2", { stream: "geo", place: { name: "Somewhere" } }),
      observation("G-3", { stream: "geo", place, marking: "TLP:GREEN" }),
      observation("G-4", { stream: "geo", place, marking: "TLP:RED" }),
    ]),
  );
  const reply = await onApp().request("/api/observations.geojson?stream=geo");
  expect(reply.headers.get("content-type")).toBe("application/geo+json");
  expect(await reply.json()).toMatchObject({
    features: [{ id: "G-1", geometry: { type: "Point", coordinates: [15.6, 78.2] } }],
    ...{ withoutCoordinates: 1, withheld: 2, ceiling: "TLP:CLEAR" },
  });
});
