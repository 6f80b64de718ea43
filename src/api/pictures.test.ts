import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Site } from "#model/site.ts";
import { addCapture, openStore, type Store } from "#store/index.ts";
import { capture } from "#store/testing/samples.ts";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import type { ImageryItem, Raster } from "#science/imagery/index.ts";
import { readWatch } from "#watch/index.ts";
import { createWorld, type World } from "../cycle/world.ts";
import { knownToJudge } from "../cycle/known-to-judge.ts";
import { compareSite } from "../cycle/imagery/compare-site.ts";
import { picturesForBrief } from "../cycle/imagery/pictures-for-brief.ts";
import { keepScenes } from "../cycle/imagery/catalogues/scenes-of-site.ts";
import { reviewReport } from "../cycle/reports/review-report.ts";
import { createApp } from "./app.ts";
import type { SitePicturesReply } from "./contract.ts";
import { sitePicturesReply } from "./shapes/sites.ts";

const WATCH = "examples/watches/arctic-cables";
const TODAY = "2026-11-23";
const SITE: Site = {
  ...{ id: "SVALBARD", name: "Cable landing", operator: "NOR", country: "NOR", kind: "landing" },
  ...{ lat: 78.23, lon: 15.4, altM: null, precisionKm: 1, status: "active", confidence: "high" },
  ...{ footprintKm: 1, gcat: "" },
  ...{ known: "Two cables", suspected: "", source: "Wikipedia", verified: "recall" },
};
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-pictures-"));
const SIDE = 48;
let [store, world, app] = [] as unknown as [Store, World, Hono];

/** Radar backscatter in decibels, brighter by 8 dB on a square where something was built. */
function radar(seed: string, isBuilt: boolean): Raster {
  const random = randomStream(seed);
  const band = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    const isSquare = isBuilt && x >= 10 && x < 22 && y >= 20 && y < 32;
    return -14 + (y >> 4) + (isSquare ? 8 : 0) + 0.6 * standardNormal(random);
  });
  const grid = { epsg: null, geotransform: null };
  return {
    width: SIDE,
    height: SIDE,
    bands: [band],
    noData: null,
    mask: null,
    grid,
    scales: [1],
    offsets: [0],
  };
}

const compare = (date: string, raster: Raster) =>
  compareSite(world, {
    site: SITE,
    before: { date: "2026-06-01", scene: "S1A_1", file: "", isMasked: true, raster: radar("before", false) },
    after: { date, scene: `S1A_${date}`, file: "", isMasked: true, raster },
    ...{
      later: [],
      history: [],
      kind: "sar",
      preset: "sar-db",
      names: [],
      provider: "",
      sensor: "Sentinel-1",
    },
    ...{ leastPixels: 4, shiftLimitPx: 3 },
  });

beforeAll(async () => {
  store = await openStore({ file: path.join(folder, "store.sqlite") });
  const watch = { ...readWatch(WATCH), sites: [SITE] };
  world = createWorld({ watch, watchDir: WATCH, store, now: () => `${TODAY}T12:00:00.000Z` });
  app = createApp({ world, today: () => TODAY, webDir: folder, log: () => {} });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function pictures(query = ""): Promise<SitePicturesReply> {
  const reply = await app.request(`/api/sites/SVALBARD/pictures${query}`);
  return sitePicturesReply.parse(await reply.json());
}

test("a site of which no picture was compared says so by having none", async () => {
  expect(await pictures()).toMatchObject({ comparisons: [], lastClear: null });
});

test("a comparison is told with its findings, its days, and its pictures byte for byte", async () => {
  const comparison = await compare("2026-07-01", radar("after", true));
  const told = await pictures();
  expect(told).toMatchObject({ lastClear: "2026-07-01", comparisons: [comparison], decisions: {} });
  expect(told.timeline.map(({ on, lane }) => [on, lane])).toEqual([
    ["2026-06-01", "pictures"],
    ["2026-07-01", "pictures"],
    ["2026-07-01", "findings"],
  ]);
  const reply = await app.request(`/api/pictures/${comparison.before.picture}`);
  expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(reply.headers.get("cache-control")).toContain("immutable");
  expect(new TextDecoder().decode((await reply.arrayBuffer()).slice(1, 4))).toBe("PNG");
});

test("nothing of it was known before it was compared", async () => {
  expect(await pictures("?asOf=2026-11-22")).toMatchObject({ comparisons: [], timeline: [] });
});

test("what an analyst decides on a finding is told with it", async () => {
  const { observation } = (await pictures()).comparisons[0]!.findings[0]!;
  const decided = { verdict: "rejected", because: "refuted" } as const;
  await reviewReport(world, { report: observation, decided, by: "analyst", note: "a snow field" });
  expect((await pictures()).decisions).toEqual({ [observation]: "refuted" });
  const accepted = { verdict: "accepted", correction: {} } as const;
  const review = await reviewReport(world, {
    report: observation,
    decided: accepted,
    by: "analyst",
    note: "",
  });
  const { decisions, timeline } = await pictures();
  expect(decisions).toEqual({ [observation]: "accepted" });
  const findings = timeline.filter(({ lane }) => lane === "findings");
  expect(findings.map((one) => one.observation)).toEqual([review!.entered]);
});

test("a date that shows nothing leaves the last clear day as it was", async () => {
  const hidden = radar("hidden", false);
  await compare("2026-08-01", { ...hidden, bands: [hidden.bands[0]!.map(() => NaN)] });
  const { lastClear, comparisons } = await pictures();
  expect([lastClear, comparisons[0]!.outcome]).toEqual(["2026-07-01", "not clear"]);
});

test("only pictures of sites are shown as pictures", async () => {
  const other = capture("<script>alert(1)</script>");
  await addCapture(store, other);
  const json = (await pictures()).comparisons[0]!.capture;
  for (const hash of [other.sha256, json, "0".repeat(64)]) {
    expect((await app.request(`/api/pictures/${hash}`)).status).toBe(404);
  }
  expect((await app.request("/api/pictures/..%2Fx")).status).toBe(400);
});

test("a picture of a scene that a search found tells its pass, Sun and cloud", async () => {
  const scene = {
    ...{
      id: "S1A_2026-09-01",
      collection: null,
      datetime: "2026-09-01T05:00:00.000Z",
      platform: "sentinel-1a",
    },
    ...{
      cloudPercent: null,
      sunElevationDeg: 21.5,
      passDirection: "ascending",
      relativeOrbit: 47,
      assets: {},
    },
  } as unknown as ImageryItem;
  await keepScenes(world, SITE, { provider: "files", from: null, to: null, isComplete: true }, [scene]);
  const { before, after } = await compare("2026-09-01", radar("later", true));
  expect(after).toMatchObject({ passDirection: "ascending", sunElevationDeg: 21.5, cloudPercent: null });
  expect(before).toMatchObject({ passDirection: null, sunElevationDeg: null });
});

test("accepted findings come into a brief with both pictures and the credit, waiting ones do not", async () => {
  const known = async () => (await knownToJudge(store, TODAY)).map(({ observation }) => observation);
  const before = await picturesForBrief(world, TODAY, await known());
  const finding = (await pictures()).comparisons[0]!.findings[0]!.observation;
  const decided = { verdict: "accepted", correction: {} } as const;
  const { entered } = (await reviewReport(world, { report: finding, decided, by: "analyst", note: "" }))!;
  const after = await picturesForBrief(world, TODAY, await known());
  expect(after.length).toBe(before.length + 1);
  const { findings, pictures: pair } = after.find((one) => one.findings.includes(entered!))!;
  expect(findings).toEqual([entered]);
  expect(pair).toMatchObject({
    alt: "Radar pictures of Cable landing on 2026-06-01, left, and 2026-09-01, right; one place differs.",
    credit: "Contains modified Copernicus Sentinel data 2026",
    pictures: [
      { on: "2026-06-01" },
      { on: "2026-09-01", told: "Sentinel-1, ascending, Sun 22° high, 0 % hidden" },
    ],
  });
  expect(pair.pictures[0]!.image).toMatch(/^data:image\/jpeg;base64,/);
});
