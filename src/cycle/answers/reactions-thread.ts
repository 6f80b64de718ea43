import { parentPort, workerData } from "node:worker_threads";
import { reactionsOn } from "../assess/series/reaction.ts";
import type { ReactionQuestion } from "./reactions-as-known.ts";

/** A thread of `reactionsAsKnown`. */
const { watch, observations, asOf } = workerData as ReactionQuestion;
parentPort!.postMessage(reactionsOn(watch, observations, asOf));
