import { sql } from "kysely";
import { OutsideFailed } from "#model/input-error.ts";
import type { Store } from "./store.ts";

/** A job to be done by whichever process comes first. Of one key, one waits and one is under way. */
export interface PostedJob<Body extends object> {
  readonly key: string;
  readonly body: Body;
}

/** Jobs that any number of processes on any number of hosts share. */
export interface JobQueue<Body extends object> {
  readonly post: (jobs: readonly PostedJob<Body>[]) => Promise<void>;
  /** Posts the job whenever the cron expression says (UTC), once however many processes ask for it. */
  readonly postEvery: (cron: string, job: PostedJob<Body>) => Promise<void>;
  /** Takes jobs, so many at a time; the signal says that a job is no longer this process's own. */
  readonly work: (atOnce: number, perform: Perform<Body>) => Promise<void>;
  /** Takes no more, waits so long for what is under way, and leaves the rest to others. */
  readonly stop: (waitMs: number) => Promise<void>;
}

/** What it answers is kept with the job; what it throws is why it failed. */
export type Perform<Body> = (body: Body, lost: AbortSignal) => Promise<object>;

/** How a queue takes failure. */
export interface JobPatience {
  readonly retries: number;
  /** Before the first retry; doubled with each. */
  readonly retrySeconds: number;
  /** Without a sign of life for so long, a process is taken for dead and its job goes to another; at least 10. */
  readonly silentSeconds: number;
  /** How often that is looked at. */
  readonly lookSeconds: number;
  readonly pollSeconds: number;
}

const PATIENCE: JobPatience = {
  ...{ retries: 3, retrySeconds: 30, silentSeconds: 60, lookSeconds: 30, pollSeconds: 1 },
};

/** The longest a job may take in all. */
const LONGEST_SECONDS = 6 * 3600;

/** The queue beside the tables of a store on PostgreSQL, made when absent. OutsideFailed where it cannot be opened. */
export async function openJobQueue<Body extends object>(
  store: Store,
  url: string,
  tell: (trouble: string) => void,
  patience: JobPatience = PATIENCE,
): Promise<JobQueue<Body>> {
  const { PgBoss } = await import("pg-boss");
  const { silentSeconds, lookSeconds, pollSeconds } = patience;
  const boss = new PgBoss({
    connectionString: url,
    schema: await jobsSchema(store),
    max: 4,
    superviseIntervalSeconds: lookSeconds,
    monitorIntervalSeconds: lookSeconds,
  });
  boss.on("error", (error) => tell(error.message));
  await boss.start().catch((error: unknown) => {
    throw new OutsideFailed(`${store.place}: the queue of jobs cannot be opened: ${String(error)}`, error);
  });
  await boss.createQueue(QUEUE, {
    policy: "stately",
    retryLimit: patience.retries,
    retryDelay: patience.retrySeconds,
    retryBackoff: true,
    heartbeatSeconds: silentSeconds,
    expireInSeconds: LONGEST_SECONDS,
  });
  return {
    async post(jobs) {
      await boss.insert(
        QUEUE,
        jobs.map(({ key, body }) => ({ singletonKey: key, data: body })),
      );
    },
    postEvery: (cron, { key, body }) => boss.schedule(QUEUE, cron, body, { key, singletonKey: key }),
    async work(atOnce, perform) {
      const options = { localConcurrency: atOnce, pollingIntervalSeconds: pollSeconds };
      await boss.work<Body>(QUEUE, options, ([job]) => perform(job!.data, job!.signal));
    },
    stop: (waitMs) => boss.stop({ timeout: waitMs }),
  };
}

export const QUEUE = "work";

/** Beside the schema of the watch, so that either can be dropped or dumped alone. */
export async function jobsSchema({ db }: Store): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db);
  return `${rows[0]!.name}_jobs`;
}
