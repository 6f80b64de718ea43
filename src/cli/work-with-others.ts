import { setTimeout as sleep } from "node:timers/promises";
import { openJobQueue, type PostedJob, workState } from "#store/index.ts";
import { letGoBy } from "../cycle/work/keep-working.ts";
import { doJob } from "../cycle/work/do-job.ts";
import { type Job, nameOf } from "../cycle/work/job.ts";
import type { JobEnded } from "../cycle/work/work-through.ts";
import type { World } from "../cycle/world.ts";
import type { Shell } from "./shell.ts";

/** How this process works, and who is told what it did. */
export interface Working {
  readonly databaseUrl: string;
  readonly atOnce: number;
  /** Ends when nothing is left to do. */
  readonly isOnce: boolean;
  readonly tell: (ended: JobEnded) => void;
}

const EVERY_FIVE_MINUTES = "*/5 * * * *";
/** Less than the ten seconds that a container is given to end. */
const LAST_WAIT_MS = 6000;
const LOOK_MS = 500;
/** Said of a job that was not ended in time: whoever takes it does all of it. */
const LEFT = "left to another worker";

/** Takes jobs off the queue that all workers of the store share, until a person stops it or nothing is left to do. */
export async function workWithOthers(world: World, shell: Shell, working: Working): Promise<void> {
  const stopped = shell.stopped();
  const queue = await openJobQueue<Job>(world.store, working.databaseUrl, shell.err);
  await queue.postEvery(EVERY_FIVE_MINUTES, posted({ does: "plan" }));
  await queue.post([posted({ does: "plan" })]);
  await queue.work(working.atOnce, async (job, lost) => {
    try {
      const { said, next } = await doJob(letGoBy(world, lost), job);
      if (!lost.aborted) await queue.post(next.map(posted));
      working.tell({ job, said: lost.aborted ? LEFT : said });
      return { said };
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      working.tell(lost.aborted ? { job, said: LEFT } : { job, said, error });
      throw error;
    }
  });
  await (working.isOnce ? Promise.race([stopped, allDone(world)]) : stopped);
  await queue.stop(LAST_WAIT_MS);
}

function posted(job: Job): PostedJob<Job> {
  return { key: nameOf(job), body: job };
}

async function allDone({ store }: World): Promise<void> {
  for (;;) {
    const state = await workState(store);
    if (state !== null && state.waiting + state.underWay === 0) return;
    await sleep(LOOK_MS);
  }
}
