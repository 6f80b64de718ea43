import { openJobQueue } from "../job-queue.ts";
import { openStore } from "../open-store.ts";
import { QUICK } from "./quick-patience.ts";

/** Argument: the address of a store. Takes a job, says so, and never ends it. */
const [url = ""] = process.argv.slice(2);
const store = await openStore({ url });
const queue = await openJobQueue<{ readonly n: number }>(store, url, () => {}, QUICK);
await queue.work(1, ({ n }) => {
  process.stdout.write(`${n}\n`);
  return new Promise(() => {});
});
