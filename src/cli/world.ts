import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Collected } from "../cycle/network/collected.ts";
import { collectAndObserve, type KeptOrigin } from "../cycle/cycle.ts";
import { createWorld, type World } from "../cycle/world.ts";
import type { ReadDocuments } from "../cycle/reports/read-documents.ts";
import { firstDayOf, type Day } from "#model/day.ts";
import { openStore, type StorePlace } from "#store/index.ts";
import { readEstate, readWatch } from "#watch/index.ts";
import type { Notice } from "#model/notice.ts";
import type { Ceiling } from "#model/release.ts";
import type { Watch } from "#model/watch.ts";
import { type Config, readConfig, schemaOf, storeFile } from "./config.ts";
import { WrongUse } from "./failure.ts";
import type { NetworkOptions } from "./network-options.ts";
import { ceilingIn, dayIn } from "./options.ts";
import type { Shell } from "./shell.ts";

const OWN_WATCH = fileURLToPath(new URL("../../watches/ilrs", import.meta.url));

/** What places a world: the options `--watch` and `--as-of` of a verb. */
export interface WorldOptions extends NetworkOptions {
  readonly watch?: string;
  readonly "as-of"?: string;
  readonly folder?: string;
  readonly estate?: string;
  readonly release?: string;
  readonly clients?: string;
}

/** The folder of the watch that was asked for, as a person would write it. */
export function watchDirOf({ watch }: WorldOptions): string {
  return watch ?? (path.relative("", OWN_WATCH) || ".");
}

/** Where the store of the watch is. */
export function storePlaceOf(config: Config, watch: Watch): StorePlace {
  return { url: config.databaseUrl, schema: schemaOf(watch.id), file: storeFile(config, watch.id) };
}

/**
 * Opens the watch and its store, does the work for the day that was asked for (today when none was), and closes
 * the store whatever happens. WrongUse when the day is before the first month of the watch.
 */
export async function inWorld<T>(
  options: WorldOptions,
  shell: Shell,
  work: (world: World, asOf: Day) => Promise<T>,
): Promise<T> {
  const watchDir = watchDirOf(options);
  const watch = readWatch(watchDir);
  const asOf = asOfIn(options, watch, shell);
  const config = readConfig(shell.env);
  const estateFile = options.estate ?? config.estate;
  const network = await networkAsked(options, config, watch);
  const folder = options.folder ?? config.folder;
  const release = releaseAsked(options, config);
  const teller = await tellerAsked(options, config, watch);
  const store = await openStore(storePlaceOf(config, watch));
  try {
    const world = createWorld({
      watch,
      watchDir,
      store,
      now: shell.now,
      ...(network && { network }),
      ...(folder !== undefined && { folder }),
      ...(release !== undefined && { release }),
      ...(teller && { teller }),
      ...(estateFile !== undefined && { estate: readEstate(estateFile, watch) }),
    });
    return await work(world, asOf);
  } finally {
    await store.close();
  }
}

function releaseAsked(options: WorldOptions, config: Config): Ceiling | undefined {
  if (options.release !== undefined) return ceilingIn("--release", options.release);
  return config.release === undefined ? undefined : ceilingIn("TOCSIN_RELEASE", config.release);
}

/** The ways to clients are read only where there are any. */
async function tellerAsked(options: WorldOptions, config: Config, watch: Watch) {
  const file = options.clients ?? config.clients;
  return file === undefined ? undefined : (await import("./teller.ts")).tellerFrom(file, config, watch);
}

/** The ways into the network are read only where something may be asked of it. */
async function networkAsked(options: WorldOptions, config: Config, watch: Watch) {
  const isOn = config.sources.length > 0 || (watch.collect ?? []).length > 0;
  if (!isOn && options.source === undefined && options.feed === undefined) return undefined;
  return (await import("./network.ts")).networkOf(options, config, watch);
}

/** Like `inWorld`, with what the record files say today: a row edited in them needs no step of its own. */
export async function inFilledWorld<T>(
  options: WorldOptions,
  shell: Shell,
  work: (world: World, asOf: Day) => Promise<T>,
): Promise<T> {
  return inWorld(options, shell, async (world, asOf) => {
    const observed = await collectAndObserve(world);
    tellChanged(observed, world, shell);
    tellRejected(observed, world, shell);
    return work(world, asOf);
  });
}

function tellChanged(observed: readonly KeptOrigin[], { watchDir }: World, shell: Shell): void {
  const sum = (of: "added" | "corrected" | "withdrawn"): number =>
    observed.reduce((total, one) => total + one[of], 0);
  const [added, corrected, withdrawn] = [sum("added"), sum("corrected"), sum("withdrawn")];
  if (added + corrected + withdrawn === 0) return;
  shell.err(`read the record of ${watchDir}: ${added} added, ${corrected} corrected, ${withdrawn} withdrawn`);
}

/** What came of the sources on the network, a line each. */
export function tellCollected(collected: readonly Collected[], shell: Shell): void {
  for (const { source, outcome, fault, notBefore, added, rejected } of collected) {
    const counts = added === undefined ? "" : `, ${added} new${rejected ? `, ${rejected} unreadable` : ""}`;
    const next = notBefore === undefined ? "" : `, not asked again before ${notBefore}`;
    shell.err(`${source}: ${outcome}${fault === undefined ? "" : `: ${fault}`}${counts}${next}`);
  }
}

/** What clients were told, and what could not be told, a line each. */
export function tellNotices(notices: readonly Notice[], shell: Shell): void {
  for (const { client, title, outcome, fault, notBefore } of notices) {
    const came = outcome === "told" ? "told" : `not told (${fault}), again after ${notBefore}`;
    shell.err(`${client}: ${came}: ${title}`);
  }
}

/** What was read in texts, where there was anything to read. */
export function tellRead({ documents, sentences, events, reports }: ReadDocuments, shell: Shell): void {
  if (documents === 0) return;
  const found = `${events} events, ${reports} reports that await review`;
  shell.err(`read ${documents} documents: ${sentences} sentences, ${found}`);
}

/** A row nobody can read stops nothing, but never goes unsaid. */
export function tellRejected(observed: readonly KeptOrigin[], { watchDir }: World, shell: Shell): void {
  for (const { origin, rejected } of observed.filter((one) => one.rejected > 0)) {
    shell.err(
      `${path.join(watchDir, origin)}: ${rejected} faults; "tocsin watch check ${watchDir}" says where`,
    );
  }
}

function asOfIn(options: WorldOptions, { startMonth }: Watch, shell: Shell): Day {
  const given = options["as-of"];
  return given === undefined ? today(shell) : notBefore(startMonth, "as-of", dayIn("as-of", given));
}

export function notBefore(startMonth: string, name: string, day: Day): Day {
  const first = firstDayOf(startMonth);
  if (day >= first) return day;
  throw new WrongUse(`--${name} ${day} is before the watch begins; a day from ${first} on would be right`);
}

export function today(shell: Shell): Day {
  return shell.now().slice(0, 10);
}
