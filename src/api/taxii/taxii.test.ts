import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addObservations, openStore, type Store } from "#store/index.ts";
import { batch, observation } from "#store/testing/samples.ts";
import { readWatch } from "#watch/index.ts";
import { collectAndObserve } from "../../cycle/cycle.ts";
import { createWorld } from "../../cycle/world.ts";
import { createApp } from "../app.ts";

const WATCH = "examples/watches/arctic-cables";
const TAXII = "application/taxii+json;version=2.1";
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-taxii-"));
let [store, app] = [] as unknown as [Store, Hono];

beforeAll(async () => {
  store = await openStore({ file: path.join(folder, "store.sqlite") });
  const now = () => "2026-11-23T12:00:00.000Z";
  const world = createWorld({ watch: readWatch(WATCH), watchDir: WATCH, store, now });
  await collectAndObserve(world);
  app = createApp({ world, today: () => "2026-11-23", webDir: folder, log: () => {} });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const ask = (address: string, accept = TAXII) => app.request(`/taxii2/${address}`, { headers: { accept } });

async function told<T>(address: string): Promise<T> {
  const reply = await ask(address);
  const body: unknown = await reply.json();
  expect([reply.status, reply.headers.get("content-type")], JSON.stringify(body)).toEqual([200, TAXII]);
  return body as T;
}

interface Envelope {
  readonly more?: boolean;
  readonly next?: string;
  readonly objects?: readonly { readonly id: string; readonly type: string; readonly modified?: string }[];
}
interface Manifest {
  readonly objects: readonly { readonly id: string; readonly date_added: string; readonly version: string }[];
}

const OBSERVATIONS = "api/collections/observations";
const WARNINGS = "api/collections/warnings";

test("discovery leads to the API root, and that to the collections, each to read and not to write", async () => {
  const { default: root, api_roots: roots } = await told<{ default: string; api_roots: string[] }>("");
  expect(roots).toEqual([root]);
  expect(await told(new URL(root).pathname.slice("/taxii2/".length))).toMatchObject({ versions: [TAXII] });
  const { collections } = await told<{ collections: { id: string; alias: string }[] }>("api/collections/");
  expect(collections).toMatchObject([
    { alias: "observations", can_read: true, can_write: false },
    { alias: "warnings", can_read: true, can_write: false },
  ]);
  expect(await told(`api/collections/${collections[0]!.id}/`)).toEqual(collections[0]);
});

test("objects come in pages with the dates of their first and last, and the manifest lists the same", async () => {
  const { objects } = await told<Manifest>(`${OBSERVATIONS}/manifest/`);
  const ids: string[] = [];
  for (let next = ""; ;) {
    const address = `${OBSERVATIONS}/objects/?limit=7${next && `&next=${encodeURIComponent(next)}`}`;
    const reply = await ask(address);
    const page = (await reply.json()) as Required<Envelope>;
    const [from, to] = [ids.length, (ids.push(...page.objects.map(({ id }) => id)), ids.length)];
    expect(reply.headers.get("x-taxii-date-added-first")).toBe(objects[from]!.date_added);
    expect(reply.headers.get("x-taxii-date-added-last")).toBe(objects[to - 1]!.date_added);
    if (!page.more) break;
    next = page.next;
  }
  expect(ids).toEqual(objects.map(({ id }) => id));
});

test("filters narrow what is answered, and nothing is an empty object", async () => {
  const { objects = [] } = await told<Envelope>(`${OBSERVATIONS}/objects/?match[type]=location,identity`);
  expect(new Set(objects.map(({ type }) => type))).toEqual(new Set(["location", "identity"]));
  const { id } = objects[0]!;
  expect((await told<Envelope>(`${OBSERVATIONS}/objects/?match[id]=${id}`)).objects).toEqual([objects[0]]);
  expect((await told<Envelope>(`${OBSERVATIONS}/objects/${id}/`)).objects).toEqual([objects[0]]);
  expect(await told(`${OBSERVATIONS}/objects/?match[spec_version]=2.0`)).toEqual({});
  expect(await told(`${OBSERVATIONS}/objects/?added_after=2099-01-01T00:00:00.000000Z`)).toEqual({});
});

test("each change of a warning is a version of it, and the last one is told unless others are asked for", async () => {
  const reports = `${WARNINGS}/objects/?match[type]=report`;
  const { objects = [] } = await told<Envelope>(`${reports}&match[version]=all`);
  const { id } = objects[0]!;
  const versions = objects.filter((one) => one.id === id).map(({ modified }) => modified);
  expect(versions.length).toBeGreaterThan(1);
  expect(await told(`${WARNINGS}/objects/${id}/versions/`)).toEqual({ versions });
  const { objects: last } = await told<Envelope>(`${WARNINGS}/objects/${id}/`);
  expect(last?.map(({ modified }) => modified)).toEqual([versions.at(-1)]);
});

test("as known on an earlier day there is less, and nothing that became known later", async () => {
  const count = async (query: string) =>
    (await told<Envelope>(`${OBSERVATIONS}/objects/?match[type]=report${query}`)).objects?.length ?? 0;
  expect(await count("&asOf=2021-11-04")).toBe(0);
  expect(await count("&asOf=2021-11-05")).toBe(1);
  expect(await count("")).toBeGreaterThan(1);
});

test("what is added later is what a client that comes back is given", async () => {
  const before = await ask(`${OBSERVATIONS}/objects/`);
  const last = before.headers.get("x-taxii-date-added-last")!;
  const recordedAt = "2026-11-23T13:00:00.000Z";
  await addObservations(
    store,
    batch([observation("LATE-1", { actors: [], place: undefined })], { recordedAt }),
  );
  const { objects } = await told<Envelope>(`${OBSERVATIONS}/objects/?added_after=${last}`);
  expect(objects).toMatchObject([{ type: "report", modified: recordedAt }]);
});

test.each([
  ["", "text/html", 406],
  ["", "application/json", 406],
  ["", "application/taxii+json;version=2.0", 406],
  ["", "application/taxii+json", 200],
  ["", "application/taxii+json; version=2.1", 200],
  ["", "text/html, */*;q=0.8", 200],
  ["api/collections/none/objects/", TAXII, 404],
  ["api/none/", TAXII, 404],
  [`${OBSERVATIONS}/objects/report--none/`, TAXII, 404],
  [`${OBSERVATIONS}/objects/?limit=0`, TAXII, 400],
  [`${OBSERVATIONS}/objects/?next=7`, TAXII, 400],
  [`${OBSERVATIONS}/objects/?added_after=yesterday`, TAXII, 400],
  [`${OBSERVATIONS}/objects/?match[version]=newest`, TAXII, 400],
  [`${OBSERVATIONS}/objects/?asOf=2026-02-30`, TAXII, 400],
])("/taxii2/%s asked for as %s is answered %i", async (address, accept, status) => {
  const reply = await ask(address, accept);
  expect([reply.status, reply.headers.get("content-type")]).toEqual([status, TAXII]);
  if (status === 200) return;
  expect(await reply.json()).toMatchObject({
    title: expect.stringMatching(/^.+\.$/),
    error_code: expect.any(String),
    http_status: String(status),
  });
});

test("nothing is written or deleted", async () => {
  const headers = { accept: TAXII, "content-type": "application/json" };
  for (const method of ["POST", "DELETE"]) {
    const reply = await app.request(`/taxii2/${OBSERVATIONS}/objects/`, { method, headers, body: "{}" });
    expect([reply.status, reply.headers.get("content-type")]).toEqual([403, TAXII]);
  }
});
