import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { type JobQueue, jobsSchema, openJobQueue } from "./job-queue.ts";
import type { Store } from "./store.ts";
import { onPostgres, onSqlite } from "./testing/each-store.ts";
import { QUICK } from "./testing/quick-patience.ts";
import { workState } from "./work-state.ts";

interface Body {
  readonly n: number;
}

const TAKER = fileURLToPath(import.meta.resolve("./testing/work-until-killed.ts"));
const job = (key: string, n: number) => ({ key, body: { n } });

onSqlite(({ open }) => {
  test("there is no queue, for one process does the work", async () => {
    expect(await workState(await open())).toBeNull();
  });
});

onPostgres(({ place, open }) => {
  const opened: JobQueue<Body>[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((queue) => queue.stop(1000)));
  });
  const queueOf = async (store: Store, url: string) => {
    const queue = await openJobQueue<Body>(store, url, () => {}, QUICK);
    opened.push(queue);
    return queue;
  };
  const fresh = async () => {
    const { url = "" } = await place();
    const store = await open({ url });
    return { url, store, queue: await queueOf(store, url) };
  };

  test("of one key one job waits and one is under way, whoever posts and takes", async () => {
    const { url, store, queue } = await fresh();
    const other = await queueOf(store, url);
    let [underWay, most] = [0, 0];
    const done: number[] = [];
    const perform = async ({ n }: Body) => {
      most = Math.max(most, ++underWay);
      if (n === 1) await other.post([job("a", 3), job("a", 4)]);
      await new Promise((resolve) => setTimeout(resolve, 200));
      underWay--;
      done.push(n);
      return {};
    };
    await queue.post([job("a", 1), job("a", 2)]);
    await other.post([job("a", 2)]);
    expect(await workState(store)).toMatchObject({ workers: 2, waiting: 1, underWay: 0, failed: [] });
    await Promise.all([queue.work(2, perform), other.work(2, perform)]);
    await expect.poll(() => done, { timeout: 30_000 }).toEqual([1, 3]);
    expect(most).toBe(1);
  });

  test("a job that fails is tried again, then kept with its reason until it succeeds", async () => {
    const { store, queue } = await fresh();
    let tries = 0;
    await queue.work(1, async ({ n }) => {
      tries++;
      if (n === 1) throw new Error("the disk is full\nat line 7");
      return {};
    });
    await queue.post([job("a", 1)]);
    const failed = async () => (await workState(store))?.failed;
    const kept = [{ job: "a", at: expect.any(String), reason: "the disk is full" }];
    await expect.poll(failed, { timeout: 30_000 }).toEqual(kept);
    expect(tries).toBe(2);
    await queue.post([job("a", 2)]);
    await expect.poll(failed, { timeout: 30_000 }).toEqual([]);
  });

  test("a process that stops leaves what it cannot end to another", async () => {
    const { url, store, queue } = await fresh();
    let lost = false;
    const taken = new Promise<void>((begun) => {
      void queue.work(1, (_body, signal) => {
        begun();
        return new Promise(() => signal.addEventListener("abort", () => (lost = true)));
      });
    });
    await queue.post([job("a", 1)]);
    await taken;
    await queue.stop(1000);
    expect(lost).toBe(true);
    const other = await queueOf(store, url);
    const done = new Promise<number>((end) => void other.work(1, async ({ n }) => (end(n), {})));
    expect(await done).toBe(1);
  });

  test("the job of a process that was killed is taken by another", async () => {
    const { url, store, queue } = await fresh();
    await queue.post([job("a", 7)]);
    const child = spawn(process.execPath, [TAKER, url], { stdio: ["ignore", "pipe", "inherit"] });
    const exited = once(child, "exit");
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await exited;
    // It is as if its silence had lasted already.
    const jobs = sql.table(`${await jobsSchema(store)}.job`);
    await sql`update ${jobs} set heartbeat_on = heartbeat_on - interval '1 hour'`.execute(store.db);
    const done = new Promise<number>((end) => void queue.work(1, async ({ n }) => (end(n), {})));
    expect(await done).toBe(7);
  });
});
