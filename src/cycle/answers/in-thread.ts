import { Worker } from "node:worker_threads";
import { OutsideFailed } from "#model/input-error.ts";

/** Works something out in a thread of its own, because it takes seconds in which others would wait; `thread` names the file. */
export function inThread<Answer>(thread: URL, workerData: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData });
    worker.once("message", resolve);
    worker.once("error", (error) => reject(new OutsideFailed(`${thread.pathname} failed`, error)));
  });
}
