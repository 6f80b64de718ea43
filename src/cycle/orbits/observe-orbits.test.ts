import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { collectAndObserve } from "#cycle/cycle.ts";
import { assessAndWarn } from "#cycle/judge.ts";
import { createWorld, type World } from "#cycle/world.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import { observationsKnown, openStore } from "#store/index.ts";
import { readWatch } from "#watch/index.ts";
import { importElementSets } from "./import-orbits.ts";
import { observeOrbits } from "./observe-orbits.ts";

const HISTORIES = "../shared/data/orbit/strategic_histories_1997-2025.3le.gz";
const watchDir = "watches/ilrs";
const as = (id: string, role: WatchedObject["role"], actor: string): WatchedObject => ({
  id,
  name: `Object ${id}`,
  actor,
  class: "inspector",
  role,
  source: "catalogue",
});
// Two that did no such thing say what is usual.
const objects = [
  ...["44835", "42919", "39497"].map((id) => as(id, "followed", "RUS")),
  ...["44421", "42798"].map((id) => as(id, "guarded", "USA")),
];

async function worldAt(now: () => string): Promise<World> {
  const watch = { ...readWatch(watchDir), objects };
  const file = path.join(mkdtempSync(path.join(tmpdir(), "tocsin-orbits-")), "store.sqlite");
  return createWorld({ watch, watchDir, store: await openStore({ file }), now });
}

test("a store without element sets says nothing", async () => {
  const world = await worldAt(() => "2026-11-23T00:00:00.000Z");
  expect(await observeOrbits(world)).toBeNull();
  await world.store.close();
});

describe.skipIf(!existsSync(HISTORIES))(`real histories (need ${HISTORIES})`, () => {
  const setsOf = (wanted: readonly WatchedObject[]) => {
    const lines = gunzipSync(readFileSync(HISTORIES)).toString().trimEnd().split("\n");
    const sets = lines.flatMap((line, i) => (line.startsWith("1 ") ? [lines.slice(i, i + 2)] : []));
    return sets.filter(([line]) => wanted.some(({ id }) => line!.slice(2, 7) === id));
  };
  const yyddd = (line: string) => Number(line.slice(18, 23));
  const bring = (world: World, name: string, some: readonly string[][]) =>
    importElementSets(world, { name, bytes: new TextEncoder().encode(some.flat().join("\n")) }, "epoch");

  test("older sets that come in later leave nothing told twice", async () => {
    const sets = setsOf(objects);
    const told = async (...parts: readonly (readonly string[][])[]) => {
      const world = await worldAt(() => "2026-11-23T00:00:00.000Z");
      for (const [i, part] of parts.entries()) {
        await bring(world, `part ${i}`, part);
        await observeOrbits(world);
      }
      const known = await observationsKnown(world.store, { known: "2026-11-23" });
      await world.store.close();
      return known.map(({ observation }) => observation.id);
    };
    const [later, earlier] = [true, false].map((isLater) =>
      sets.filter(([line]) => yyddd(line!) >= 20170 === isLater),
    );
    expect(await told(later!, earlier!)).toEqual(await told(sets));
  });

  test("who came beside a guarded satellite moves the count, and sets imported later change no earlier day", async () => {
    let now = "2020-08-01T00:00:00.000Z";
    const world = await worldAt(() => now);
    const own = setsOf(objects);
    await bring(
      world,
      "until-2020",
      own.filter(([line]) => yyddd(line!) < 20210),
    );
    await collectAndObserve(world);
    const then = await assessAndWarn(world, "2020-07-31");
    const seen = then.indicators.find(({ id }) => id === "S2-02");
    now = "2026-11-23T00:00:00.000Z";
    await bring(
      world,
      "since",
      own.filter(([line]) => yyddd(line!) >= 20210),
    );
    await collectAndObserve(world);
    expect(JSON.stringify(await assessAndWarn(world, "2020-07-31"))).toBe(JSON.stringify(then));
    const known = await observationsKnown(world.store, { known: "2020-07-31" });
    const arrivals = known.flatMap(({ observation }) => (observation.knownAt > "2020" ? [observation] : []));
    const kinds = ["coplanar", "approach"].map((kind) => arrivals.filter((each) => each.kind === kind));
    expect(kinds.map((each) => each.map(({ id }) => id))).toEqual([
      ["orbits/coplanar/44835/44421/2020-06-13"],
      ["orbits/approach/44835/44421/2020-06-12"],
    ]);
    expect(seen).toMatchObject({ level: 1 });
    expect(seen?.observations).toContain("orbits/approach/44835/44421/2020-06-12");
    // It entered the plane and closed in: one story, beside the one that was reported.
    expect(seen?.value).toBeLessThan(2);
    await world.store.close();
  });
});
