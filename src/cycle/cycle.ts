import { createHash } from "node:crypto";
import type { Assessment } from "#model/assessment.ts";
import type { Brief, GroundFound } from "#model/brief.ts";
import { addDays, type Day } from "#model/day.ts";
import { InputError, type InputIssue } from "#model/input-error.ts";
import type { Observation, RecordedObservation } from "#model/observation.ts";
import type { Notice } from "#model/notice.ts";
import {
  addObservations,
  appendAssessment,
  appendBrief,
  assessmentOf,
  briefBefore,
  hasElementSets,
  syncOrigin,
  unreadDocuments,
  type Imported,
} from "#store/index.ts";
import { recordCaptures } from "#watch/index.ts";
import type { Assessed, AssessRequest } from "./assess/assess.ts";
import { checkBrief, type BriefFault } from "./brief/check/check-brief.ts";
import { composeBrief } from "./brief/compose-brief.ts";
import type { Collected } from "./network/collected.ts";
import { readRecord } from "./collect/sources/record.ts";
import { knownToJudge } from "./known-to-judge.ts";
import { observe } from "./observe/observe.ts";
import { NOTHING_READ, type ReadDocuments } from "./reports/read-documents.ts";
import { warn } from "./warn/warn.ts";
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
  const assessment = await assessAndWarn(world, asOf);
  await appendAssessment(world.store, assessment, world.now());
  const brief = await briefAsKnown(world, assessment).catch(refusal);
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

/** What is likely, and what to warn of, from what was known by a day. */
export async function assessAndWarn(world: World, asOf: Day, telling?: Telling): Promise<Assessment> {
  return withWarnings(await assessAsKnown(world, asOf, telling));
}

/** The assessment with everything it was told from, for explanations and what-ifs. */
export async function assessAsKnown(
  world: World,
  asOf: Day,
  telling: Telling = { withPath: true },
): Promise<Assessed> {
  return judge(world, asOf, await knownToJudge(world.store, asOf), telling);
}

type Telling = Pick<AssessRequest, "withPath" | "withDrivers">;

/** What is compared with tells neither its path nor its drivers. */
const BARE: Telling = { withPath: false, withDrivers: false };

function judge(
  { assessor }: World,
  asOf: Day,
  recorded: readonly RecordedObservation[],
  telling: Telling,
): Assessed {
  const observations = recorded.map(({ observation }) => observation);
  return assessor({ asOf, observations, inputsHash: hashOf(recorded), ...telling });
}

export function withWarnings({ assessment, signals }: Assessed): Assessment {
  return { ...assessment, warnings: warn(signals, assessment.scenarios, assessment.indicators) };
}

/**
 * The brief of an assessment, told against the last one kept, or against a month before when there is none.
 * Throws InputError when a sentence names what no observation it cites mentions.
 */
export async function briefAsKnown(world: World, assessment: Assessment): Promise<Brief> {
  const { store, watch } = world;
  const last = await briefBefore(store, assessment.asOf);
  const before = last?.asOf ?? addDays(assessment.asOf, -30);
  const previous =
    (await assessmentOf(store, watch.id, before)) ?? (await assessAndWarn(world, before, BARE));
  const observations = new Map(
    (await knownToJudge(store, assessment.asOf)).map(({ observation }) => [observation.id, observation]),
  );
  const ground = await groundFound(world, assessment.asOf, [...observations.values()]);
  const brief = composeBrief({ assessment, previous, watch, observations, ground });
  const faults = checkBrief(brief, observations, watch.actors);
  if (faults.length > 0) throw new InputError(faults.map((fault) => faultIssue(brief, fault)));
  return brief;
}

/** Pictures are unpacked and shrunk by a library of its own: loaded where there are any. */
async function groundFound(world: World, asOf: Day, known: readonly Observation[]): Promise<GroundFound[]> {
  if (world.watch.sites.length === 0) return [];
  return (await import("./imagery/pictures-for-brief.ts")).picturesForBrief(world, asOf, known);
}

function faultIssue({ id }: Brief, { section, text, fault, what }: BriefFault): InputIssue {
  return {
    file: `brief ${id}, ${section}`,
    wrong: `${fault}: ${what}, in "${text}"`,
    right: "expected a citation that bears it out",
  };
}

/** Assessments as known on each of the days, in order. */
export async function* replay(
  world: World,
  days: readonly Day[],
  telling: Telling = { withPath: false },
): AsyncGenerator<Assessment> {
  const recorded = await knownToJudge(world.store, days.at(-1) ?? "0000-01-01");
  for (const asOf of days) {
    const known = recorded.filter(({ observation }) => observation.knownAt <= asOf);
    yield withWarnings(judge(world, asOf, known, telling));
  }
}

/** One hash over what every observation says, in the order of knowledge. */
export function hashOf(recorded: readonly RecordedObservation[]): string {
  const hash = createHash("sha256");
  for (const { contentHash } of recorded) hash.update(contentHash);
  return hash.digest("hex");
}
