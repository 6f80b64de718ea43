import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { OutsideFailed } from "#model/input-error.ts";
import {
  inOrder,
  listPasses,
  type ListedPasses,
  type Orbits,
  type PassQuestion,
} from "#science/orbits/index.ts";

/** What a thread is given. */
export interface ToPass {
  readonly orbits: Orbits;
  readonly range: { readonly first: number; readonly end: number };
  readonly question: PassQuestion;
}

/** Object-days over one site below which starting a thread costs more than it saves. */
const WORTH_A_THREAD = 2000;

/** The passes of all objects, in as many threads as it is worth; the answer does not depend on how many those are. */
export async function passesOfCatalogue(
  orbits: Orbits,
  question: PassQuestion,
  threads = availableParallelism(),
): Promise<ListedPasses> {
  const days = (question.toMs - question.fromMs) / 86_400_000;
  const worth = Math.ceil((orbits.count * days * (1 + question.sites.length / 10)) / WORTH_A_THREAD);
  const parts = Math.max(1, Math.min(threads, worth, orbits.count));
  if (parts === 1) return listPasses(orbits, { first: 0, end: orbits.count }, question);
  const bounds = Array.from({ length: parts + 1 }, (_, i) => Math.round((i * orbits.count) / parts));
  const found = await Promise.all(
    bounds.slice(1).map((end, i) => inThread({ orbits, range: { first: bounds[i]!, end }, question })),
  );
  return {
    passes: inOrder(found.flatMap(({ passes }) => passes)),
    lost: found.flatMap(({ lost }) => lost),
  };
}

function inThread(workerData: ToPass): Promise<ListedPasses> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./passes-thread.ts", import.meta.url), { workerData });
    thread.once("message", resolve);
    thread.once("error", (error) =>
      reject(error instanceof RangeError ? error : new OutsideFailed("the thread for passes failed", error)),
    );
  });
}
