import { parentPort, workerData } from "node:worker_threads";
import { allocateStates, batchPropagator, initialise, type ElementSet } from "#science/orbits/index.ts";

// One of two workers: propagates its half of the objects whenever it is told to, and says so.
const { elements, minutes } = workerData as { elements: readonly ElementSet[]; minutes: Float64Array };
const propagate = batchPropagator(initialise(elements));
const states = allocateStates(elements.length * minutes.length);

parentPort!.on("message", () => {
  propagate({ first: 0, end: elements.length }, { minutes, originMs: null }, states);
  parentPort!.postMessage("done");
});
parentPort!.postMessage("ready");
