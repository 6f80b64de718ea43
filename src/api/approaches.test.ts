import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { openStore } from "#store/index.ts";
import { readWatch } from "#watch/index.ts";
import { createWorld } from "../cycle/world.ts";
import { importElementSets } from "../cycle/orbits/import-orbits.ts";
import { createApp } from "./app.ts";
import type { ApproachesReply } from "./contract.ts";

const WATCH = "examples/watches/arctic-cables";
const TODAY = "2026-11-23";
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-approaches-"));
afterAll(() => rmSync(folder, { recursive: true }));

const satellite = (id: number, day: string, degrees: number) => ({
  OBJECT_NAME: `SATELLITE ${id}`,
  NORAD_CAT_ID: id,
  EPOCH: `${day}T00:00:00`,
  MEAN_MOTION: 14.5,
  ECCENTRICITY: 0.001,
  INCLINATION: 97,
  RA_OF_ASC_NODE: 10,
  ARG_OF_PERICENTER: 0,
  MEAN_ANOMALY: degrees,
  BSTAR: 0,
});

test("approaches are told from the element sets known by the day asked for", async () => {
  const store = await openStore({ file: path.join(folder, "store.sqlite") });
  const world = createWorld({
    watch: readWatch(WATCH),
    watchDir: WATCH,
    store,
    now: () => `${TODAY}T12:00:00.000Z`,
  });
  const sets = [
    satellite(7, "2026-11-10", 30),
    satellite(8, "2026-11-10", 200),
    // A fortnight later the second stands beside the first, as it goes on from its elements of the 10th.
    satellite(7, "2026-11-22", 100),
    satellite(8, "2026-11-22", 100.01),
  ];
  await importElementSets(
    world,
    { name: "sets.json", bytes: new TextEncoder().encode(JSON.stringify(sets)) },
    "epoch",
  );
  const app = createApp({ world, today: () => TODAY, webDir: path.join(folder, "web"), log: () => {} });
  const ask = async (query: string) => {
    const reply = await app.request(`/api/approaches?objects=7,99&days=1${query}`);
    expect(reply.status).toBe(200);
    return (await reply.json()) as ApproachesReply;
  };
  const now = await ask("");
  expect(now).toMatchObject({
    asOf: TODAY,
    from: "2026-11-23T00:00:00.000Z",
    screened: 2,
    unknown: [99],
    lost: [],
  });
  expect(now.approaches).toEqual([expect.objectContaining({ id1: 7, id2: 8, kind: "proximity" })]);
  expect((await ask("&asOf=2026-11-21")).approaches).toEqual([]);
  expect(await ask("&asOf=2026-11-01")).toMatchObject({ screened: 0, unknown: [7, 99] });
  expect((await app.request("/api/approaches?objects=seven")).status).toBe(400);
  await store.close();
});
