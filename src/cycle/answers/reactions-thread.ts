import { parentPort, workerData } from "node:worker_threads";
import { reactionOn } from "../assess/series/reaction.ts";
import type { ReactionQuestion } from "./reactions-as-known.ts";

/** A thread of `reactionsAsKnown`. */
const { watch, reaction, observations, asOf } = workerData as ReactionQuestion;
parentPort!.postMessage(reactionOn(watch, reaction, observations, asOf));
