import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { openStore } from "#store/index.ts";
import { readWatch } from "#watch/index.ts";
import { createWorld } from "../cycle/world.ts";
import { importCatalogue, importElementSets } from "../cycle/orbits/import-orbits.ts";
import { observeBelt } from "../cycle/orbits/observe-belt.ts";
import { createApp } from "./app.ts";
import type { BehaviourReply, BeltReply, OrbitReply } from "./contract.ts";

const BELT = "../shared/data/orbit/geo_belt_snapshots_1997-2025.tsv.gz";
const WATCH = "watches/ilrs";
const [LUCH, INTELSAT_901] = [40258, 26824];
const SATCAT =
  "OBJECT_NAME,OBJECT_ID,NORAD_CAT_ID,OBJECT_TYPE,OWNER,LAUNCH_DATE,DECAY_DATE,LAUNCH_SITE\n" +
  "LUCH (OLYMP),2014-058A,40258,PAY,CIS,2014-09-27,,TTMTR\n";
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-behaviour-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!existsSync(BELT))(`real belt snapshots (need ${BELT})`, () => {
  test("who stood beside whom is told with names and owners, each as known on the day asked for", async () => {
    const now = "2016-06-01T00:00:00.000Z";
    const watch = readWatch(WATCH);
    const store = await openStore({ file: path.join(folder, "store.sqlite") });
    const world = createWorld({ watch, watchDir: WATCH, store, now: () => now });
    const watched = new Set(watch.objects.map(({ id }) => id));
    const rows = gunzipSync(readFileSync(BELT)).toString().trimEnd().split("\n").slice(1);
    const lines = rows.flatMap((row) => {
      const [snapshot, id, , ...set] = row.split("\t");
      return watched.has(String(Number(id))) && snapshot! > "2014" && snapshot! < "20160601" ? set : [];
    });
    const bytes = new TextEncoder().encode(lines.join("\n"));
    await importElementSets(world, { name: "belt.tle", bytes }, "epoch");
    await importCatalogue(world, { name: "satcat.csv", bytes: new TextEncoder().encode(SATCAT) }, "satcat");
    await observeBelt(world);
    const webDir = path.join(folder, "web");
    const app = createApp({ world, today: () => now.slice(0, 10), webDir, log: () => {} });
    const ask = async (route: string, asOf: string) => {
      const reply = await app.request(`/api/${route}?asOf=${asOf}`);
      expect(reply.status).toBe(200);
      return reply.json() as unknown;
    };

    const belt = (await ask("belt", "2016-06-01")) as BeltReply;
    const [luch] = belt.objects;
    expect(belt.objects).toHaveLength(1);
    const beside = luch!.stays.find(({ neighbours }) => neighbours.some(({ id }) => id === INTELSAT_901))!;
    expect(beside.lonDeg).toBeCloseTo(-18.1, 1);
    const earlier = (await ask("belt", "2015-06-01")) as BeltReply;
    expect(earlier.objects[0]!.stays.length).toBeLessThan(luch!.stays.length);

    const told = (await ask("behaviour", "2016-06-01")) as BehaviourReply;
    expect(told.objects.find(({ id }) => id === LUCH)).toMatchObject({
      actor: "RUS",
      entry: { owner: "CIS", launchedOn: "2014-09-27", catalogue: "satcat" },
    });
    const arrivals = told.behaviour.filter(({ whom }) => whom.includes(INTELSAT_901));
    expect(arrivals).toMatchObject([{ kind: "geo_neighbour", who: LUCH, oneWith: null }]);
    const before = (await ask("behaviour", "2015-06-01")) as BehaviourReply;
    expect(before.behaviour).toEqual([]);
    expect(before.objects.find(({ id }) => id === LUCH)!.entry).toBeNull();

    const orbit = (await ask(`orbits/${LUCH}`, "2016-06-01")) as OrbitReply;
    expect(orbit).toMatchObject({ name: "LUCH (OLYMP)", entry: { designator: "2014-058A" } });
    await store.close();
  });
});
