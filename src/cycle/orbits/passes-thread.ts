import { parentPort, workerData } from "node:worker_threads";
import { listPasses } from "#science/orbits/index.ts";
import type { ToPass } from "./passes-of-catalogue.ts";

/** A thread of `passesOfCatalogue`. */
const { orbits, range, question } = workerData as ToPass;
parentPort!.postMessage(listPasses(orbits, range, question));
