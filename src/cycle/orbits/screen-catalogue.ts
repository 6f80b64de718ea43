import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { OutsideFailed } from "#model/input-error.ts";
import {
  approachesFrom,
  joinStretches,
  windowsOf,
  type Absence,
  type Approach,
  type Orbits,
  type Screening,
  type Window,
  type WindowFindings,
} from "#science/orbits/index.ts";

export interface Screened {
  readonly approaches: readonly Approach[];
  /** The first moment at which each object that has none lacks a position. */
  readonly absences: readonly Absence[];
}

/** What a thread is given to begin with; windows follow as messages. */
export interface ToScreen {
  readonly orbits: Orbits;
  readonly screening: Screening;
}

/** All against all, in as many threads as there are processors; the answer does not depend on how many those are. */
export async function screenCatalogue(
  orbits: Orbits,
  screening: Screening,
  progress: (done: number, of: number) => void = () => {},
  threads = availableParallelism(),
): Promise<Screened> {
  const windows = windowsOf(screening);
  const findings: WindowFindings[] = [];
  const left = windows.map((window, place) => ({ window, place })).reverse();
  let done = 0;
  const work = async () => {
    const thread = startThread({ orbits, screening });
    for (let next = left.pop(); next; next = left.pop()) {
      findings[next.place] = await thread.screen(next.window);
      progress(++done, windows.length);
    }
    await thread.end();
  };
  await Promise.all(Array.from({ length: Math.min(threads, windows.length) }, work));
  const stretches = joinStretches(findings.map((window) => window.stretches));
  return { approaches: approachesFrom(stretches, orbits, screening), absences: firstAbsences(findings) };
}

function startThread(workerData: ToScreen) {
  const thread = new Worker(new URL("./screen-thread.ts", import.meta.url), { workerData });
  return {
    screen: (window: Window) =>
      new Promise<WindowFindings>((resolve, reject) => {
        thread.removeAllListeners();
        thread.once("message", resolve);
        thread.once("error", (error) => reject(new OutsideFailed("the screening thread failed", error)));
        thread.postMessage(window);
      }),
    end: () => thread.terminate(),
  };
}

function firstAbsences(findings: readonly WindowFindings[]): Absence[] {
  const first = new Map<number, Absence>();
  for (const absence of findings.flatMap(({ absences }) => absences)) {
    if (!first.has(absence.index)) first.set(absence.index, absence);
  }
  return [...first.values()];
}
