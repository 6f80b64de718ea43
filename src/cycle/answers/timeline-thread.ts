import { parentPort, workerData } from "node:worker_threads";
import { readTimeline } from "../assess/timeline/read-timeline.ts";
import type { TimelineQuestion } from "./timeline-as-known.ts";

/** A thread of `timelineAsKnown`. */
const { watch, rules, asOf, observations } = workerData as TimelineQuestion;
parentPort!.postMessage(readTimeline(watch, rules, asOf, observations));
