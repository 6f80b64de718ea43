import type { Day } from "#model/day.ts";
import { assessmentOf, askableFrom } from "#store/index.ts";
import type { NetworkSource } from "../collect/network-source.ts";
import { hashOf } from "../judge.ts";
import { knownToJudge } from "../known-to-judge.ts";
import type { Network } from "../network/network.ts";
import { sourceNamed } from "../network/collect-sources.ts";
import type { World } from "../world.ts";
import type { Job } from "./job.ts";

/**
 * What may be done now: hosts with a source that may be asked, the watched folder, and the day itself where nobody has
 * assessed it from the record as it stands.
 */
export async function dueJobs(world: World): Promise<readonly Job[]> {
  const { folder, teller, now } = world;
  const today = now().slice(0, 10);
  const jobs: Job[] = (await dueHosts(world)).map((host) => ({ does: "collect", host }));
  if (folder !== undefined) jobs.push({ does: "read folder" });
  if (!(await isConcluded(world, today))) return [...jobs, { does: "observe" }];
  return teller === undefined ? jobs : [...jobs, { does: "tell", asOf: today }];
}

async function isConcluded({ store, watch }: World, day: Day): Promise<boolean> {
  const last = await assessmentOf(store, watch.id, day);
  if (last === null || last.watch.hash !== watch.hash) return false;
  return last.inputs.hash === hashOf(await knownToJudge(store, day));
}

/** The sources that are switched on, by the host each is asked at. */
export function sourcesByHost(world: World): Map<string, NetworkSource[]> {
  const sources = (world.network?.sources ?? []).map((id) => sourceNamed(world, id));
  return Map.groupBy(sources, (source) => hostOf(source, world.network));
}

function hostOf({ base }: NetworkSource, network: Network | undefined): string {
  return (network?.base ?? new URL(base)).host;
}

async function dueHosts(world: World): Promise<string[]> {
  const due: string[] = [];
  for (const [host, sources] of sourcesByHost(world)) {
    const from = await Promise.all(sources.map((source) => mayBeAsked(world, host, source)));
    if (from.includes(true)) due.push(host);
  }
  return due;
}

async function mayBeAsked({ store, now }: World, host: string, source: NetworkSource): Promise<boolean> {
  const { id, budget, everyMinutes } = source;
  const manners = { everyMs: everyMinutes * 60_000, isRetry: false, budget };
  return (await askableFrom(store, { source: id, host }, manners)) <= now();
}
