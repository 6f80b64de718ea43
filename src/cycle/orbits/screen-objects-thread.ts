import { parentPort, workerData } from "node:worker_threads";
import { screenObjects } from "#science/orbits/index.ts";
import type { ToScreenObjects } from "./approaches-as-known.ts";

/** The thread of `approachesAsKnown`. */
const { ids, elements, screening } = workerData as ToScreenObjects;
parentPort!.postMessage(screenObjects(ids, elements, screening));
