import type { World } from "../world.ts";
import { doJob } from "./do-job.ts";
import { type Job, nameOf } from "./job.ts";

/** What came of one job; `error` where it failed. */
export interface JobEnded {
  readonly job: Job;
  readonly said: string;
  readonly error?: unknown;
}

/** Does everything that is due in this process, one after another, and what follows from it; a failure stops nothing else. */
export async function* workThrough(world: World): AsyncGenerator<JobEnded> {
  const waiting: Job[] = [{ does: "plan" }];
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    try {
      const { said, next } = await doJob(world, job);
      const known = new Set(waiting.map(nameOf));
      waiting.push(...next.filter((one) => !known.has(nameOf(one))));
      yield { job, said };
    } catch (error) {
      yield { job, said: error instanceof Error ? error.message : String(error), error };
    }
  }
}
