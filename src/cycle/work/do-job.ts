import type { Day } from "#model/day.ts";
import { InputError } from "#model/input-error.ts";
import type { Notice } from "#model/notice.ts";
import { assessmentOf } from "#store/index.ts";
import { collectAndObserve, concludeDay, readTexts, tellWhoAsked } from "../cycle.ts";
import { collectFolder } from "../network/collect-folder.ts";
import { collectFromEach } from "../network/collect-sources.ts";
import type { Collected } from "../network/collected.ts";
import type { World } from "../world.ts";
import { dueJobs, sourcesByHost } from "./due-jobs.ts";
import { type Job, type JobDone, NOTHING_NEW } from "./job.ts";

/** Does a job as `runCycle` does that part of its turn. What a source fails of is told, whatever else fails throws. */
export async function doJob(world: World, job: Job): Promise<JobDone> {
  switch (job.does) {
    case "plan":
      return plan(world);
    case "collect":
      return told(await collectAt(world, job.host));
    case "read folder":
      return told(await readFolder(world));
    case "observe":
      return observe(world);
    case "assess":
      return assess(world, job.asOf);
    case "tell":
      return tellOf(world, job.asOf);
  }
}

async function plan(world: World): Promise<JobDone> {
  const next = await dueJobs(world);
  return { said: `${next.length} due`, next };
}

/** RangeError where this process has nothing switched on at that host. */
async function collectAt(world: World, host: string): Promise<readonly Collected[]> {
  const sources = sourcesByHost(world).get(host);
  if (world.network !== undefined && sources !== undefined) {
    return collectFromEach(world, world.network, sources);
  }
  throw new RangeError(`no source at ${host} is switched on in this process`);
}

/** RangeError where this process watches none. */
async function readFolder(world: World): Promise<readonly Collected[]> {
  if (world.folder !== undefined) return collectFolder(world, world.folder);
  throw new RangeError("no folder is watched by this process");
}

/** Whether a source had something that was not kept before. */
function isNew({ outcome, added = 1, corrected = 0, pages }: Collected): boolean {
  return (outcome === "kept" && added + corrected > 0) || (pages?.kept ?? 0) > 0;
}

function told(collected: readonly Collected[]): JobDone {
  const lines = collected.map(({ source, outcome, added, fault }) => {
    const what = fault === undefined ? outcome : `${outcome} (${fault})`;
    return `${source} ${what}${added === undefined ? "" : `, ${added} new`}`;
  });
  return { said: lines.join("; ") || NOTHING_NEW, next: collected.some(isNew) ? [{ does: "observe" }] : [] };
}

async function observe(world: World): Promise<JobDone> {
  const kept = await collectAndObserve(world);
  const read = await readTexts(world);
  const changed = kept.reduce((sum, one) => sum + one.added + one.corrected + one.withdrawn, 0);
  const said = `${changed} observations changed, ${read.reports} reports in ${read.documents} documents`;
  return { said, next: [{ does: "assess", asOf: world.now().slice(0, 10) }] };
}

async function assess(world: World, asOf: Day): Promise<JobDone> {
  const { assessment, brief, notices } = await concludeDay(world, asOf);
  const said = [
    `${assessment.warnings.length} warnings`,
    ...(brief instanceof InputError ? [`no brief: ${brief.message}`] : []),
    ...notices.map(noticeInWords),
  ];
  return { said: said.join("; "), next: [] };
}

/** What clients could not be told when the day was assessed, or were not due to be. */
async function tellOf(world: World, asOf: Day): Promise<JobDone> {
  const assessment = await assessmentOf(world.store, world.watch.id, asOf);
  const notices = assessment === null ? [] : await tellWhoAsked(world, assessment);
  return { said: notices.map(noticeInWords).join("; ") || NOTHING_NEW, next: [] };
}

function noticeInWords({ client, outcome, title, fault }: Notice): string {
  return `${client} ${outcome}${fault === null ? "" : ` (${fault})`}: ${title}`;
}
