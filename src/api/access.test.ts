import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createGate, digestOf, hashPassword } from "#access/index.ts";
import type { Account } from "#model/account.ts";
import {
  accessLog,
  addAccessToken,
  addAccount,
  addObservations,
  openStore,
  removeAccount,
  type Store,
} from "#store/index.ts";
import { batch, observation } from "#store/testing/samples.ts";
import { readWatch } from "#watch/index.ts";
import { collectAndObserve } from "../cycle/cycle.ts";
import { createWorld, type World } from "../cycle/world.ts";
import { createApp } from "./app.ts";
import { listen, type Listening } from "./listen.ts";
import type { Reach } from "./reach.ts";
import { methodAndPath } from "./route.ts";
import { ROUTES } from "./routes.ts";
import { askingOverTls, type Told } from "./testing/ask-over-tls.ts";
import { certificateFor } from "./testing/certificate.ts";

const WATCH = "examples/watches/arctic-cables";
const NOW = "2026-11-23T12:00:00.000Z";
const RIGHT = "correct horse battery";
const ACCOUNTS: readonly Account[] = [
  { name: "reading", role: "reader", ceiling: "TLP:RED" },
  { name: "duty", role: "analyst", ceiling: "TLP:RED" },
  { name: "chief", role: "steward", ceiling: "TLP:RED" },
  { name: "guest", role: "steward", ceiling: "TLP:GREEN" },
];
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-access-"));
let [store, world, app] = [] as unknown as [Store, World, Hono];

beforeAll(async () => {
  store = await openStore({ file: path.join(folder, "store.sqlite") });
  const watch = readWatch(WATCH);
  world = createWorld({ watch, watchDir: WATCH, store, now: () => NOW, release: "TLP:AMBER" });
  await collectAndObserve(world);
  const password = await hashPassword(RIGHT, randomBytes(16));
  for (const account of ACCOUNTS) {
    await addAccount(store, { ...account, password, addedAt: NOW });
    const token = { account: account.name, label: "test", madeAt: NOW, expiresAt: null };
    await addAccessToken(store, { ...token, digest: digestOf(`token-of-${account.name}`) });
  }
  app = appUnder();
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function appUnder(reach?: Reach, isExposed = false): Hono {
  const gate = createGate({ store, now: () => NOW, random: randomBytes, isExposed });
  return createApp({
    ...{ world, today: () => NOW.slice(0, 10), webDir: folder, log: () => {}, gate },
    ...(reach && { reach }),
  });
}

const bearing = (name: string) => ({ authorization: `Bearer token-of-${name}` });
const asking = (method: string, headers: Record<string, string> = {}): RequestInit =>
  method === "GET"
    ? { headers }
    : { method, headers: { "content-type": "application/json", ...headers }, body: "{}" };

async function codeOf(reply: Response): Promise<string> {
  const said = (await reply.json()) as { error?: { code: string }; error_code?: string };
  return said.error?.code ?? said.error_code ?? "";
}

/** Every address that the server answers, by what it was built from: nobody has to remember a new one. */
function everyAddress(): (readonly [method: string, path: string])[] {
  const own = app.routes.filter((route) => !route.path.includes("*") && route.method !== "ALL");
  return [...new Set(own.map((route) => `${route.method} ${route.path.replaceAll(/:\w+/g, "x")}`))].map(
    (route) => route.split(" ") as [string, string],
  );
}

describe("without an account", () => {
  test("the addresses are those of the contract, its description and TAXII", () => {
    const known = ROUTES.map(({ name }) => name.replaceAll(/:\w+/g, "x"));
    const others = everyAddress()
      .map((route) => route.join(" "))
      .filter((route) => !known.includes(route as never));
    expect(others.filter((route) => !route.startsWith("GET /taxii2/"))).toEqual(["GET /api/openapi.json"]);
    expect(everyAddress()).toHaveLength(known.length + others.length);
    expect(others.length).toBeGreaterThan(6);
  });

  test("no address answers, by any method", async () => {
    for (const [, address] of everyAddress()) {
      for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
        if (`${method} ${address}` === "POST /api/session") continue;
        const reply = await app.request(address, method === "HEAD" ? { method } : asking(method));
        expect([method, address, reply.status]).toEqual([method, address, 401]);
        expect(reply.headers.get("www-authenticate")).toMatch(/Bearer/);
      }
    }
  });

  test.each([
    ["Bearer of-nobody"],
    ["Basic " + Buffer.from("chief:of-nobody").toString("base64")],
    ["Basic " + Buffer.from(`chief:${RIGHT}`).toString("base64")],
    ["Basic " + Buffer.from("duty:token-of-chief").toString("base64")],
    ["Digest x"],
    ["token-of-chief"],
  ])("a token that is none opens nothing: %s", async (authorization) => {
    expect((await app.request("/api/watch", { headers: { authorization } })).status).toBe(401);
  });

  test("what the web app is made of is open, and holds nothing of the record", async () => {
    expect((await app.request("/sign-in")).status).not.toBe(401);
  });
});

describe("a role", () => {
  const writing = ROUTES.map(({ name }) => methodAndPath(name)).filter(
    ({ method, path: address }) => method === "POST" && !address.startsWith("/api/session"),
  );
  const refusedBy = async (name: string) => {
    const refused: string[] = [];
    for (const { path: template } of writing) {
      const reply = await app.request(template.replace(/:\w+/, "x"), asking("POST", bearing(name)));
      if ((await codeOf(reply)) === "role") refused.push(template);
    }
    return refused;
  };

  test("of a reader writes nothing", async () => {
    expect(await refusedBy("reading")).toEqual(writing.map(({ path: template }) => template));
    expect(writing.length).toBeGreaterThan(4);
  });

  test("of an analyst does not vet, of a steward does all", async () => {
    expect(await refusedBy("duty")).toEqual(["/api/contributions/:id/vet"]);
    expect(await refusedBy("chief")).toEqual([]);
  });

  test("of a reader reads everything", async () => {
    for (const { name } of ROUTES) {
      const { method, path: template } = methodAndPath(name);
      if (method === "POST" || /timeline|scoreboard|reactions|warnings/.test(name)) continue;
      const reply = await app.request(template.replace(/:\w+/, "x"), { headers: bearing("reading") });
      expect([name, [200, 400, 404].includes(reply.status)]).toEqual([name, true]);
    }
  });
});

test("what an account decides is recorded under its name and no other, and stands in the log", async () => {
  const report = {
    contributor: "Harbour watch",
    title: "A cable ship",
    text: "It left port.",
    on: "2026-11-20",
  };
  const post = (address: string, body: object) =>
    app.request(address, { ...asking("POST", bearing("chief")), body: JSON.stringify(body) });
  const { id } = (await (await post("/api/contributions", report)).json()) as { id: string };
  const vet = (by: object) =>
    post(`/api/contributions/${id}/vet`, { decision: "rejected", because: "unsupported", ...by });
  expect(await codeOf(await vet({ by: "somebody" }))).toBe("not-you");
  const vetted = (await (await vet({})).json()) as { vetting: { by: string } };
  expect(vetted.vetting.by).toBe("chief");
  expect((await accessLog(store, 2)).map(({ account, act, about }) => [account, act, about])).toEqual([
    ["chief", "POST /api/contributions", "/api/contributions"],
    ["chief", "POST /api/contributions/:id/vet", `/api/contributions/${id}/vet`],
  ]);
});

describe("over TLS", () => {
  const { cert, key } = certificateFor({ names: ["tocsin.test"] });
  let [server, ask] = [] as unknown as [Listening, ReturnType<typeof askingOverTls>];
  beforeAll(async () => {
    const reach = { names: ["tocsin.test"], origins: [], isProxied: false };
    server = await listen(appUnder(reach, true), { port: 0, tls: { cert, key } });
    ask = askingOverTls(server.port, cert, "tocsin.test");
  });
  afterAll(() => server.close());
  const signIn = (account: string, password: string, headers = {}): Promise<Told> =>
    ask("/api/session", { method: "POST", body: { account, password }, headers });
  const cookieIn = ({ cookie }: Told) => /^[^;]+/.exec(cookie)?.[0] ?? "";

  test("a browser signs in, is known by its cookie, and signs out", async () => {
    const made = await signIn("duty", RIGHT);
    expect(JSON.parse(made.body)).toEqual({ account: ACCOUNTS[1], closed: null });
    expect(made.cookie).toMatch(/^__Host-tocsin=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const cookie = cookieIn(made);
    const session = await ask("/api/session", { headers: { cookie } });
    expect(JSON.parse(session.body)).toEqual({ account: ACCOUNTS[1], closed: null });
    expect(session.headers).toMatchObject({
      "strict-transport-security": "max-age=31536000",
      "content-security-policy": expect.stringMatching("frame-ancestors 'none'"),
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-cache",
    });
    const ended = await ask("/api/session/end", { method: "POST", body: {}, headers: { cookie } });
    expect(ended.cookie).toMatch(/^__Host-tocsin=; Max-Age=0/);
    expect((await ask("/api/watch", { headers: { cookie } })).status).toBe(401);
  });

  test("signing in anew makes another session and ends the one before", async () => {
    const before = cookieIn(await signIn("duty", RIGHT));
    const after = cookieIn(await signIn("duty", RIGHT, { cookie: before }));
    expect(after).not.toBe(before);
    expect((await ask("/api/session", { headers: { cookie: before } })).status).toBe(401);
    expect((await ask("/api/session", { headers: { cookie: after } })).status).toBe(200);
  });

  test("a wrong password and an unknown name are answered alike", async () => {
    const [wrong, unknown] = [await signIn("duty", "wrong horse battery"), await signIn("nobody", RIGHT)];
    expect([wrong.status, wrong.body, wrong.cookie]).toEqual([401, unknown.body, ""]);
  });

  test("another site signs nobody in, and changes nothing for who is signed in", async () => {
    const cookie = cookieIn(await signIn("duty", RIGHT));
    for (const headers of [{ origin: "https://evil.test" }, { "sec-fetch-site": "cross-site" }]) {
      expect((await signIn("duty", RIGHT, headers)).status).toBe(403);
      const asked = { method: "POST", body: {}, headers: { ...headers, cookie } };
      expect((await ask("/api/contributions", asked)).status).toBe(403);
    }
    const own = { origin: `https://tocsin.test:${server.port}`, "sec-fetch-site": "same-origin" };
    expect((await signIn("duty", RIGHT, own)).status).toBe(200);
  });

  test("links begin with the address that was asked, and a foreign name is answered nothing", async () => {
    const headers = bearing("reading");
    const asked = await ask("/taxii2/", { headers });
    expect(JSON.parse(asked.body)).toMatchObject({
      default: `https://tocsin.test:${server.port}/taxii2/api/`,
    });
    const foreign = await ask("/taxii2/", { headers: { ...headers, host: "evil.test" } });
    expect(foreign.status).toBe(403);
  });
});

describe("behind a proxy", () => {
  const reach = { names: [], origins: ["https://tocsin.test"], isProxied: true };
  const ask = (headers: object, init: object = {}) =>
    appUnder(reach, true).request("http://tocsin.test:4180/taxii2/", {
      headers: { ...bearing("reading"), ...headers },
      ...init,
    });

  test("the proxy's word makes it TLS, and links lead to where the client asked", async () => {
    const reply = await ask({ "x-forwarded-proto": "https" });
    expect(await reply.json()).toMatchObject({ default: "https://tocsin.test/taxii2/api/" });
    expect(reply.headers.get("strict-transport-security")).toBe("max-age=31536000");
  });

  test("without its word nobody elsewhere is answered", async () => {
    expect([(await ask({})).status, (await ask({ "x-forwarded-proto": "http" })).status]).toEqual([403, 403]);
  });

  test("where there is no proxy, what a client says of one counts for nothing", async () => {
    const direct = appUnder({ ...reach, isProxied: false }, true);
    const headers = { ...bearing("reading"), "x-forwarded-proto": "https" };
    expect((await direct.request("http://tocsin.test/taxii2/", { headers })).status).toBe(403);
  });

  test("failures are counted by the address that the proxy saw, whatever the client wrote before it", async () => {
    const proxied = appUnder(reach, true);
    const guess = (i: number, from: string) =>
      proxied.request("http://tocsin.test/api/session", {
        ...asking("POST", { "x-forwarded-proto": "https", "x-forwarded-for": `198.51.100.${i}, ${from}` }),
        body: JSON.stringify({ account: `unknown-${i}`, password: "wrong horse battery" }),
      });
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await guess(i, `2001:db8:0:1::${i}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await guess(7, "2001:db8:0:2::1")).status).toBe(401);
  });
});

describe("a ceiling", () => {
  beforeAll(() => addMarked());
  const get = (address: string, name: string) => app.request(address, { headers: bearing(name) });
  const bodyOf = async (address: string, name: string) => (await get(address, name)).text();

  test("below what is held closes what rests on all of it, and says how much that is", async () => {
    for (const { name, shows = "record" } of ROUTES) {
      const { method, path: template } = methodAndPath(name);
      if (shows === "released" || method === "POST") continue;
      const reply = await get(template.replace(/:\w+/, "x"), "guest");
      expect([name, reply.status]).toEqual([name, 403]);
      const { error } = (await reply.json()) as { error: { code: string; message: string } };
      expect(error.code).toBe("above-ceiling");
      expect(error.message).toMatch(/^2 observations are marked above TLP:GREEN, the ceiling of guest:/);
    }
    expect((await get("/api/assessment", "reading")).status).toBe(200);
  });

  test("sifts GeoJSON, TAXII and feeds", async () => {
    const placed = await bodyOf("/api/observations.geojson?tlp=GREEN", "guest");
    expect(["GREEN-1", "AMBER-1", "RED-1"].map((id) => placed.includes(id))).toEqual([true, false, false]);
    const withheld = { ceiling: "TLP:GREEN", withheld: 2 };
    expect(JSON.parse(placed)).toMatchObject(withheld);
    for (const words of ["amber", "nothing-of-the-kind"]) {
      const told = await bodyOf(`/api/observations.geojson?tlp=GREEN&q=${words}`, "guest");
      expect(JSON.parse(told), "a search does not tell what is withheld").toMatchObject(withheld);
    }
    expect((await get("/api/observations.geojson?tlp=AMBER", "guest")).status).toBe(403);
    expect((await get("/feeds/briefs.json?tlp=AMBER", "guest")).status).toBe(403);
    const more = await bodyOf("/api/observations.geojson?tlp=AMBER", "chief");
    expect(["GREEN-1", "AMBER-1", "RED-1"].map((id) => more.includes(id))).toEqual([true, true, false]);
    const objects = "/taxii2/api/collections/observations/objects/";
    const [theirs, ours] = [await bodyOf(objects, "guest"), await bodyOf(objects, "chief")];
    expect(["green ship", "amber ship", "red ship"].map((what) => theirs.includes(what))).toEqual([
      true,
      false,
      false,
    ]);
    expect(["green ship", "amber ship", "red ship"].map((what) => ours.includes(what))).toEqual([
      true,
      true,
      false,
    ]);
    const basic = `Basic ${Buffer.from("guest:token-of-guest").toString("base64")}`;
    expect(await (await app.request(objects, { headers: { authorization: basic } })).text()).toBe(theirs);
  }, 120_000);

  test("below what was handed in closes the queues alone", async () => {
    const clean = await openStore({ file: path.join(folder, "clean.sqlite") });
    const own = createWorld({ ...world, store: clean });
    await addAccount(clean, {
      name: "desk",
      role: "steward",
      ceiling: "TLP:GREEN",
      password: "x",
      addedAt: NOW,
    });
    const token = { account: "desk", label: "test", madeAt: NOW, expiresAt: null };
    await addAccessToken(clean, { ...token, digest: digestOf("token-of-desk") });
    const gate = createGate({ store: clean, now: () => NOW, random: randomBytes, isExposed: false });
    const quiet = createApp({ world: own, today: () => "2026-11-23", webDir: folder, log: () => {}, gate });
    const ask = (address: string, init: RequestInit = {}) =>
      quiet.request(address, { ...asking("GET", bearing("desk")), ...init });
    const body = JSON.stringify({ contributor: "Harbour", title: "t", text: "x", marking: "TLP:AMBER" });
    expect((await ask("/api/contributions")).status).toBe(200);
    expect((await ask("/api/contributions", { ...asking("POST", bearing("desk")), body })).status).toBe(200);
    expect(await (await ask("/api/contributions")).text()).toMatch(
      "1 contribution is marked above TLP:GREEN",
    );
    expect([(await ask("/api/opinions")).status, (await ask("/api/observations")).status]).toEqual([
      403, 200,
    ]);
    await clean.close();
  });
});

async function addMarked(): Promise<void> {
  const marked = (["TLP:GREEN", "TLP:AMBER", "TLP:RED"] as const).map((marking) => {
    const word = marking.slice(4);
    const claim = `A ${word.toLowerCase()} ship was seen`;
    return observation(`${word}-1`, { marking, claim, actors: [], place: { name: "Sea", lat: 70, lon: 20 } });
  });
  await addObservations(store, batch(marked));
}

test("the first account shuts the door while it is served, and beyond this machine the last one leaves it shut", async () => {
  const empty = await openStore({ file: path.join(folder, "empty.sqlite") });
  const appOf = (isExposed: boolean) => {
    const gate = createGate({ store: empty, now: () => NOW, random: randomBytes, isExposed });
    const own = createWorld({ ...world, store: empty });
    return createApp({ world: own, today: () => "2026-11-23", webDir: folder, log: () => {}, gate });
  };
  const [here, exposed] = [appOf(false), appOf(true)];
  const statuses = async () => [
    (await here.request("/api/session")).status,
    (await exposed.request("/api/session")).status,
  ];
  expect(await statuses()).toEqual([200, 401]);
  expect(
    await codeOf(
      await here.request("/api/session", { ...asking("POST"), body: '{"account":"a","password":"b"}' }),
    ),
  ).toBe("no-accounts");
  await addAccount(empty, { ...ACCOUNTS[0]!, password: "x", addedAt: NOW });
  expect(await statuses()).toEqual([401, 401]);
  await removeAccount(empty, ACCOUNTS[0]!.name);
  expect(await statuses()).toEqual([200, 401]);
  await empty.close();
});
