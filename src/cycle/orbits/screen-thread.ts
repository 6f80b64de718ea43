import { parentPort, workerData } from "node:worker_threads";
import { windowScreener, type Window } from "#science/orbits/index.ts";
import type { ToScreen } from "./screen-catalogue.ts";

/** A thread of `screenCatalogue`: answers each window with its findings. */
const { orbits, screening } = workerData as ToScreen;
const screenWindow = windowScreener(orbits, screening);
parentPort!.on("message", (window: Window) => {
  parentPort!.postMessage(screenWindow(window));
});
