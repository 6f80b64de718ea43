import { parentPort, workerData } from "node:worker_threads";
import { findPasses, initialise } from "#science/orbits/index.ts";
import type { ToFind } from "./passes.ts";

// One of two workers: finds the passes of its half of the objects when it is told to, and answers how many.
const { elements, ...question } = workerData as ToFind;
const orbits = initialise(elements);

parentPort!.on("message", () => {
  let passes = 0;
  findPasses(orbits, { first: 0, end: orbits.count }, question, () => void passes++);
  parentPort!.postMessage(passes);
});
parentPort!.postMessage("ready");
