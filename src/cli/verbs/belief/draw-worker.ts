import { parentPort, workerData } from "node:worker_threads";
import { compile, drawPosteriors, readEvidence } from "#science/belief/networks/index.ts";
import type { DrawRequest } from "./draw-in-workers.ts";

const { network, evidence, doubt, range } = workerData as DrawRequest;
const drawn = drawPosteriors(compile(network), readEvidence(network, evidence), doubt, range);
parentPort!.postMessage(drawn, [drawn.buffer as ArrayBuffer]);
