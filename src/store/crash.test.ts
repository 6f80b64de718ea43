import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { OutsideFailed } from "#model/input-error.ts";
import { storeCounts } from "./counts.ts";
import { addObservations } from "./imports.ts";
import { observationsKnown } from "./observations.ts";
import type { StorePlace } from "./open-store.ts";
import { searchObservations } from "./search.ts";
import { type Store, writing } from "./store.ts";
import { onEachStore, onPostgres } from "./testing/each-store.ts";
import { batch, EVER, observation } from "./testing/samples.ts";

const WRITER = fileURLToPath(import.meta.resolve("./testing/write-until-killed.ts"));
const ROWS = 1200;

/**
 * Lets another process write, kills it so long after it opened the store or had so many batches stored, and says which
 * batches it had been told are stored.
 */
async function killedWriter(
  place: StorePlace,
  first: number,
  { batches, ms }: { readonly batches: number; readonly ms: number },
): Promise<number[]> {
  const child = spawn(process.execPath, [WRITER, JSON.stringify(place), `${first}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const acknowledged: number[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (line !== "open") acknowledged.push(Number(line));
    if (acknowledged.length === batches) void pause(ms).then(() => child.kill("SIGKILL"));
  }
  await exited;
  return acknowledged;
}

/** How many rows of each batch are there. */
async function rowsPerBatch(store: Store): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const { observation } of await observationsKnown(store, EVER)) {
    const number = Number(observation.id.split(":")[0]);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

onEachStore(({ place, open, dialect }) => {
  test("a writer killed at any moment loses nothing acknowledged and leaves no part of a batch", async () => {
    const where = await place();
    const acknowledged: number[] = [];
    for (let round = 0; round < 6; round++) {
      const afterMs = Math.round(Math.random() * 400);
      const after = { batches: round % 2, ms: afterMs };
      acknowledged.push(...(await killedWriter(where, round * 1000, after)));
      const store = await open(where);
      // A server may still be at the last batch of a writer that is gone: the turn comes when it has ended.
      await writing(store, async () => {});
      const counts = await rowsPerBatch(store);
      expect([...new Set(counts.values())], `killed after ${afterMs} ms`).toEqual(
        counts.size > 0 ? [ROWS] : [],
      );
      for (const number of acknowledged) expect(counts.get(number), `batch ${number}`).toBe(ROWS);
      expect((await storeCounts(store)).versions).toBe(counts.size * ROWS);
      const { total } = await searchObservations(store, EVER, { q: "launch", limit: 1, offset: 0 });
      expect(total).toBe(counts.size * ROWS);
      await store.close();
    }
    expect(acknowledged.length, `on ${dialect}`).toBeGreaterThan(0);
  });
});

onPostgres(({ place, open, server }) => {
  test("a server that dies in the middle fails clearly and comes back with what was acknowledged", async () => {
    const where = await place();
    const store = await open(where);
    await addObservations(store, batch([observation("1:0")]));
    const rows = Array.from({ length: 20_000 }, (_, i) => observation(`2:${i}`));
    const interrupted = addObservations(store, batch(rows));
    const outcome = expect(interrupted).rejects.toThrow(OutsideFailed);
    await pause(150);
    server().crash();
    await outcome;
    await expect(storeCounts(store)).rejects.toThrow(OutsideFailed);
    server().start();
    expect(await rowsPerBatch(store)).toEqual(new Map([[1, 1]]));
  });
});
