import type { Assessment } from "#model/assessment.ts";
import type { Brief } from "#model/brief.ts";
import type { Day } from "#model/day.ts";
import { InputError } from "#model/input-error.ts";
import type { Notice } from "#model/notice.ts";
import {
  addObservations,
  appendAssessment,
  appendBrief,
  hasElementSets,
  syncOrigin,
  unreadDocuments,
  type Imported,
} from "#store/index.ts";
import { recordCaptures } from "#watch/index.ts";
import { briefAsKnown } from "./brief-as-known.ts";
import { readRecord } from "./collect/sources/record.ts";
import { assessAsKnown, withWarnings } from "./judge.ts";
import type { Collected } from "./network/collected.ts";
import { observe } from "./observe/observe.ts";
import { NOTHING_READ, type ReadDocuments } from "./reports/read-documents.ts";
import type { World } from "./world.ts";

/** What one turn of the cycle told. */
export interface Turn extends Conclusion {
  readonly collected: readonly Collected[];
  readonly observed: readonly KeptOrigin[];
  readonly read: ReadDocuments;
}

/** What is said of a day. A brief that its own citations do not bear out is refused, with the reasons. */
export interface Conclusion {
  readonly assessment: Assessment;
  readonly brief: Brief | InputError;
  /** Of what clients were told of it. */
  readonly notices: readonly Notice[];
}

/** One turn of the cycle: collect → observe → assess → warn → brief. Read this first. */
export async function runCycle(world: World, asOf: Day): Promise<Turn> {
  const collected = await askSources(world);
  const observed = await collectAndObserve(world);
  const read = await readTexts(world);
  return { collected, observed, read, ...(await concludeDay(world, asOf)) };
}

/** Assess → warn → brief, kept for good; and whoever asked to be told is told. */
export async function concludeDay(world: World, asOf: Day): Promise<Conclusion> {
  const assessed = await assessAsKnown(world, asOf);
  const assessment = withWarnings(assessed);
  await appendAssessment(world.store, assessment, world.now());
  const brief = await briefAsKnown(world, assessed).catch(refusal);
  if (!(brief instanceof InputError)) await appendBrief(world.store, brief, world.now());
  return { assessment, brief, notices: await tellWhoAsked(world, assessment) };
}

// Feeds, pages and dictionaries are a good part of the program: loaded where there is a source or a text.
/** Asks what is switched on, on the network and in the watched folder. */
export async function askSources(world: World): Promise<readonly Collected[]> {
  if (world.network === undefined && world.folder === undefined) return [];
  return (await import("./network/collect-sources.ts")).collectFromSources(world);
}

/** Reads what nobody has read yet. */
export async function readTexts(world: World): Promise<ReadDocuments> {
  if ((await unreadDocuments(world.store, 0, 1)).length === 0) return NOTHING_READ;
  return (await import("./reports/observe-documents.ts")).observeDocuments(world);
}

/** Tells clients what of the present they do not know yet; of another day nobody is told. */
export async function tellWhoAsked(world: World, assessment: Assessment): Promise<readonly Notice[]> {
  const { teller, now } = world;
  if (teller === undefined || assessment.asOf !== now().slice(0, 10)) return [];
  return (await import("./clients/tell-clients.ts")).tellClients(world, teller, assessment);
}

function refusal(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}

/** What was kept of one record file, counted. */
export type KeptOrigin = Imported & { readonly origin: string };

/**
 * The record files as captures, read into observations and kept; a sound file that lost a row withdraws it. Then what
 * the stored element sets say of the watch's satellites.
 */
export async function collectAndObserve(world: World): Promise<readonly KeptOrigin[]> {
  const { watch, watchDir, store, now } = world;
  const recordedAt = now();
  const captures = recordCaptures(watchDir, watch, recordedAt).map((capture, i) => {
    const { file, stream } = watch.record[i]!;
    const context = { stream, actors: watch.actors, marking: watch.marking };
    return { origin: file, capture, read: () => readRecord(capture, context) };
  });
  const kept = [];
  for (const observed of observe(captures)) {
    // A row nobody can read today may be one that was read yesterday: then nothing is taken for withdrawn.
    const keep = observed.rejects.length > 0 ? addObservations : syncOrigin;
    kept.push({ origin: observed.origin, ...(await keep(store, { ...observed, recordedAt })) });
  }
  return [...kept, ...(await observeElements(world))];
}

/** The mechanics of orbits are loaded where there are elements to read. */
async function observeElements(world: World): Promise<KeptOrigin[]> {
  if (!(await hasElementSets(world.store))) return [];
  const { observeBelt } = await import("./orbits/observe-belt.ts");
  const { observeOrbits } = await import("./orbits/observe-orbits.ts");
  const [belt, orbits] = [await observeBelt(world), await observeOrbits(world)];
  return [
    ...(belt ? [{ origin: "belt", ...belt }] : []),
    ...(orbits ? [{ origin: "orbits", ...orbits }] : []),
  ];
}
