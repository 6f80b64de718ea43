import { sql } from "kysely";
import type { FailedJob, WorkState } from "#model/work-state.ts";
import { jobsSchema, QUEUE } from "./job-queue.ts";
import type { Store } from "./store.ts";

/** The state of the queue of a store; null where there is none, as on SQLite or before the first worker. */
export async function workState(store: Store): Promise<WorkState | null> {
  if (store.dialect === "sqlite") return null;
  const schema = await jobsSchema(store);
  const there = await sql<{ found: boolean }>`
    select to_regclass(${`${schema}.instance`}) is not null as found`.execute(store.db);
  if (!there.rows[0]!.found) return null;
  const jobs = sql.table(`${schema}.job`);
  const open = await sql<Omit<WorkState, "failed" | "waitingSince"> & { waitingSince: Date | null }>`
    select
      (select count(*) from ${sql.table(`${schema}.instance`)} where stopped_on is null
        and heartbeat_on > now() - 3 * heartbeat_seconds * interval '1 s') as workers,
      count(*) filter (where state <> 'active' and start_after <= now()) as waiting,
      min(start_after) filter (where state <> 'active' and start_after <= now()) as "waitingSince",
      count(*) filter (where state <> 'active' and start_after > now()) as resting,
      count(*) filter (where state = 'active') as "underWay"
    from ${jobs} where name = ${QUEUE} and state < 'completed'`.execute(store.db);
  const { waitingSince, ...counts } = open.rows[0]!;
  return {
    ...counts,
    waitingSince: waitingSince?.toISOString() ?? null,
    failed: await failedJobs(store, schema),
  };
}

interface LastOfJob {
  readonly job: string;
  readonly at: Date;
  readonly message: string | null;
}

async function failedJobs({ db }: Store, schema: string): Promise<FailedJob[]> {
  const { rows } = await sql<LastOfJob>`
    select job, at, message from (
      select distinct on (singleton_key) singleton_key as job, completed_on as at, state,
        coalesce(output->>'message', output->'value'->>'message', output->>'value') as message
      from ${sql.table(`${schema}.job`)}
      where name = ${QUEUE} and completed_on is not null
      order by singleton_key, completed_on desc) as last
    where state = 'failed' order by at desc`.execute(db);
  return rows.map(({ job, at, message }) => ({
    job,
    at: at.toISOString(),
    reason: message?.split("\n")[0] ?? "it is not known why",
  }));
}
