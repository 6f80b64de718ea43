import { Worker } from "node:worker_threads";
import type { BeliefNetwork, DrawRange, Evidence, TableDoubt } from "#science/belief/networks/index.ts";

/** What one worker is asked for. */
export interface DrawRequest {
  readonly network: BeliefNetwork;
  readonly evidence: Evidence;
  readonly doubt: TableDoubt;
  readonly range: DrawRange;
}

/** Posteriors under drawn tables, in the order of the draws: the same numbers however many workers share them. */
export function drawInWorkers(
  asked: Omit<DrawRequest, "range">,
  draws: number,
  workers: number,
): Promise<readonly Float64Array[]> {
  const share = Math.ceil(draws / workers);
  const ranges = Array.from({ length: Math.ceil(draws / share) }, (_, i) => ({
    from: i * share,
    count: Math.min(share, draws - i * share),
  }));
  return Promise.all(ranges.map((range) => drawIn(new Worker(WORKER, { workerData: { ...asked, range } }))));
}

const WORKER = new URL("./draw-worker.ts", import.meta.url);

function drawIn(worker: Worker): Promise<Float64Array> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
