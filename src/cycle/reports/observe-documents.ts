import path from "node:path";
import { eventReaders, OWN_DICTIONARIES, readActorTable } from "#dictionary/index.ts";
import type { Capture } from "#model/capture.ts";
import { MARKINGS, type Observation, strictestMarking } from "#model/observation.ts";
import type { Reading } from "#model/reading.ts";
import type { RecordedDocument } from "#model/source-document.ts";
import { identifyLanguage } from "#science/text/index.ts";
import {
  appendReadings,
  documentsSince,
  readingsOf,
  syncOrigin,
  unreadDocuments,
  writing,
} from "#store/index.ts";
import type { World } from "../world.ts";
import { ruleReader } from "../observe/reports/fitting-rule.ts";
import {
  type DocumentReports,
  reportDocument,
  type ReportContext,
} from "../observe/reports/report-document.ts";
import { NOTHING_READ, type ReadDocuments } from "./read-documents.ts";
import { relateKnown } from "./relate-known.ts";
import { keyOf, originOf, textCapture, textOf } from "./text-of-document.ts";

const BATCH = 200;

/**
 * Reads every document that nobody has read yet, or all of them again, into reports that await an analyst. What is
 * read of one document is durable before the next batch begins.
 */
export async function observeDocuments(world: World, again = false): Promise<ReadDocuments> {
  const total = { ...NOTHING_READ };
  if (world.watch.reports.length === 0) return total;
  const read = documentReader(world);
  const knownAt: string[] = [];
  for await (const batch of batchesOf(world, again)) {
    const readings = await keepBatch(
      world,
      batch.map((recorded) => [recorded, read(recorded)]),
    );
    for (const { sentences, events, reports } of readings) {
      total.documents += 1;
      total.sentences += sentences;
      total.events += events;
      total.reports += reports;
    }
    knownAt.push(...batch.map((recorded) => recorded.knownAt));
  }
  await relateKnown(world, knownAt);
  return total;
}

async function* batchesOf({ store }: World, again: boolean): AsyncGenerator<readonly RecordedDocument[]> {
  const next = again ? documentsSince : unreadDocuments;
  let batch = await next(store, 0, BATCH);
  while (batch.length > 0) {
    yield batch;
    batch = await next(store, batch.at(-1)!.seq, BATCH);
  }
}

interface Read extends DocumentReports {
  readonly text: Capture;
  readonly version: string;
}

/** Reads documents with the dictionaries and rules of a watch. */
function documentReader({ watch, watchDir }: World): (recorded: RecordedDocument) => Read {
  const readers = eventReaders(OWN_DICTIONARIES, readActorTable(path.join(watchDir, "actors.csv")));
  const ruleFor = ruleReader(watch.reports);
  const actors = new Map(watch.actors.map((actor) => [actor.id, actor]));
  const sources = new Map(watch.sources.map((source) => [source.id, source]));
  return ({ document, knownAt }) => {
    const text = textOf(document);
    const capture = textCapture(document);
    const language = document.language || (identifyLanguage(text).language ?? "");
    const reader = readers(language);
    if (reader === null) return { ...UNREAD, text: capture, version: `none for "${language}"` };
    const context: ReportContext = {
      code: reader.code,
      ruleFor,
      actors,
      source: sources.get(document.source) ?? { name: document.source, reliability: "F" },
      marking: markingOf(watch.marking, document.attributes.marking),
    };
    const read = reportDocument(
      {
        key: keyOf(document.id),
        text,
        capture: capture.sha256,
        language,
        knownAt: knownAt.slice(0, 10),
        url: document.canonical || document.url,
      },
      context,
    );
    return { ...read, text: capture, version: reader.language.version };
  };
}

const UNREAD: DocumentReports = { reports: [], sentences: 0, events: 0, reasons: { "unknown-language": 1 } };

/** All that was read of the documents, or nothing of it. */
function keepBatch(
  world: World,
  batch: readonly (readonly [RecordedDocument, Read])[],
): Promise<readonly Reading[]> {
  return writing(world.store, async (store) => {
    const readings: Reading[] = [];
    for (const [recorded, read] of batch)
      readings.push(await keepReports({ ...world, store }, recorded, read));
    await appendReadings(store, readings);
    return readings;
  });
}

async function keepReports(world: World, { document, seq }: RecordedDocument, read: Read): Promise<Reading> {
  const { store, now } = world;
  const { sentences, events, reasons, version, reports } = read;
  const readAt = now();
  const before = await readingsOf(store, document.id);
  if (reports.length > 0 || before.some((one) => one.reports > 0)) {
    const origin = originOf(document.id);
    await syncOrigin(store, {
      origin,
      capture: read.text,
      observations: reports,
      rejects: [],
      recordedAt: readAt,
    });
  }
  return {
    ...{ documentSeq: seq, document: document.id, version, sentences, events, reasons, readAt },
    reports: reports.length,
  };
}

/** What was handed in under a marking keeps it, unless the watch's own is stricter. */
export function markingOf(own: Observation["marking"], said: unknown): Observation["marking"] {
  const given = MARKINGS.filter((marking) => marking === said);
  return strictestMarking([own, ...given]);
}
