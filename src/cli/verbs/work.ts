import { nameOf } from "../../cycle/work/job.ts";
import { type JobEnded, workThrough } from "../../cycle/work/work-through.ts";
import { readConfig } from "../config.ts";
import { WrongUse } from "../failure.ts";
import { JSON_OUT, numberIn, WATCH } from "../options.ts";
import { defineVerb } from "../verb.ts";
import { workWithOthers } from "../work-with-others.ts";
import { inWorld } from "../world.ts";

const MOST_AT_ONCE = 64;

/** Collects, observes and assesses whenever it is due, sharing the work with whoever else works on the same PostgreSQL. */
export const work = defineVerb({
  options: {
    concurrency: { takes: "N", summary: "do so many jobs at a time (2 unless given)" },
    once: { summary: "do what is due, and end" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options }, shell) => {
    const { databaseUrl } = readConfig(shell.env);
    const isOnce = options.once === true;
    const atOnce = numberIn("concurrency", options.concurrency ?? "2", { least: 1, most: MOST_AT_ONCE });
    if (databaseUrl === undefined && !isOnce) throw new WrongUse(ONE_PROCESS);
    let failed = 0;
    const tell = ({ job, said, error }: JobEnded) => {
      if (error !== undefined) failed++;
      const line = error === undefined ? said : `failed: ${said}`;
      const told = { job: nameOf(job), outcome: error === undefined ? "done" : "failed", said };
      shell.out(options.json ? JSON.stringify(told) : `${nameOf(job)}: ${line}`);
    };
    return inWorld(options, shell, async (world) => {
      if (databaseUrl === undefined) for await (const ended of workThrough(world)) tell(ended);
      else await workWithOthers(world, shell, { databaseUrl, atOnce, isOnce, tell });
      return isOnce && failed > 0 ? 3 : 0;
    });
  },
});

const ONE_PROCESS =
  'a SQLite store is worked on by one process, "tocsin run --collect-every 60", or "tocsin work --once" from cron; for many workers TOCSIN_DATABASE_URL must name a PostgreSQL';
