import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Day } from "#model/day.ts";
import { openStore } from "#store/index.ts";
import { readWatch } from "#watch/index.ts";
import { collectAndObserve } from "../src/cycle/cycle.ts";
import { createWorld, type World } from "../src/cycle/world.ts";

const WATCH = "watches/ilrs";

/** The default watch on a day in a store of its own, its record read; `close` takes the store away. */
export async function freshWorld(
  today: Day,
): Promise<{ readonly world: World; readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "tocsin-bench-"));
  const store = await openStore({ file: path.join(folder, "store.sqlite") });
  const world = createWorld({
    ...{ watch: readWatch(WATCH), watchDir: WATCH, store },
    now: () => `${today}T00:00:00.000Z`,
  });
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  try {
    await collectAndObserve(world);
  } catch (error) {
    await close();
    throw error;
  }
  return { world, close };
}
