import { sql } from "kysely";
import type { Capture, Reject } from "#model/capture.ts";
import type { Day } from "#model/day.ts";
import type { AsOf } from "#model/observation.ts";
import {
  documentKnownAt,
  isEarlierVersion,
  type RecordedDocument,
  type SourceDocument,
} from "#model/source-document.ts";
import { canonicalJson, sha256 } from "./canonical.ts";
import { addCapture } from "./captures.ts";
import { inChunks } from "./in-chunks.ts";
import { addRejects } from "./rejects.ts";
import { listOf, nextSeq, type Store, writing } from "./store.ts";
import type { DocumentVersion } from "./tables.ts";
import { END_OF_TIME, endOf } from "./versions.ts";

/** The documents read from one capture. */
export interface DocumentImport {
  readonly origin: string;
  readonly capture: Capture;
  readonly documents: readonly SourceDocument[];
  readonly rejects: readonly Reject[];
  /** ISO 8601 UTC with milliseconds. */
  readonly recordedAt: string;
}

/**
 * Stores every document that says something new, all or nothing: `added` are new, `corrected` are new versions of
 * one stored before in that form. What is said twice in one import counts once, as it is said last; a version that
 * says it is earlier than another says nothing new.
 */
export async function addDocuments(store: Store, batch: DocumentImport) {
  return writing(store, async (inner) => {
    await addCapture(inner, batch.capture);
    await addRejects(inner, batch);
    const said = lastSaid(batch.documents);
    const before = await latestVersions(inner, [...said.values()]);
    const changed = [...said].filter(([key, document]) => saysAnew(document, before.get(key)));
    const first = await nextSeq(inner, "document_versions");
    const rows = changed.map(([key, document], i) =>
      rowOf(document, first + i, (before.get(key)?.version ?? 0) + 1, batch.recordedAt),
    );
    for (const some of inChunks(rows)) await inner.db.insertInto("document_versions").values(some).execute();
    const added = changed.filter(([key]) => !before.has(key)).length;
    return {
      added,
      corrected: changed.length - added,
      duplicate: batch.documents.length - changed.length,
      rejected: batch.rejects.length,
    };
  });
}

/** Which documents are asked for: everything that is left out is not narrowed. */
export interface DocumentSelection {
  readonly sources?: readonly string[];
  readonly ids?: readonly string[];
  readonly kind?: string;
  /** Only what became known on that day or later. */
  readonly from?: Day;
}

/**
 * Every document known by then, in the order of knowledge: of each the latest version, as its own page where that
 * was read, else as its feed told it.
 */
export async function documentsKnown(
  store: Store,
  { known, recorded = END_OF_TIME }: AsOf,
  { sources, ids, kind, from }: DocumentSelection = {},
): Promise<RecordedDocument[]> {
  const { rows } = await sql<DocumentVersion>`
    select v.* from document_versions v
    where v.known_at <= ${endOf(known)} and v.recorded_at <= ${recorded}
      and ${sources === undefined ? sql`true` : sql`v.source in ${listOf(store, sources)}`}
      and ${ids === undefined ? sql`true` : sql`v.id in ${listOf(store, ids)}`}
      and ${kind === undefined ? sql`true` : sql`v.body like ${`%"kind":${JSON.stringify(kind)}%`}`}
      and ${from === undefined ? sql`true` : sql`v.known_at >= ${from}`}
      and not exists (
        select 1 from document_versions w
        where w.id = v.id and w.recorded_at <= ${recorded} and w.known_at <= ${endOf(known)}
          and (w.form = v.form and w.version > v.version or w.form = 'page' and v.form = 'entry'))
    order by v.known_at, v.id`.execute(store.db);
  // What a body holds elsewhere may look like its kind.
  return rows.map(recordedOf).filter(({ document }) => kind === undefined || document.kind === kind);
}

/**
 * The versions stored after one seen before (0 for none), in the order of storing, so many at once: what a later
 * step has not read yet. A document comes again with every version and form.
 */
export async function documentsSince({ db }: Store, seq: number, limit = 1000): Promise<RecordedDocument[]> {
  const rows = await db
    .selectFrom("document_versions")
    .selectAll()
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map(recordedOf);
}

/** How many documents each source has given, and when the latest of them became public. */
export async function documentCounts({ db }: Store) {
  const rows = await db
    .selectFrom("document_versions")
    .select(({ fn }) => [
      "source",
      fn.count<number>("id").distinct().as("documents"),
      fn.max("known_at").as("latest"),
    ])
    .groupBy("source")
    .execute();
  return new Map(
    rows.map(({ source, documents, latest }) => [source, { documents: Number(documents), latest }]),
  );
}

/**
 * Entries of a source whose page was not read yet and was not asked for so many times under the name `askedAs`, the
 * latest first.
 */
export async function entriesWithoutPage(
  { db }: Store,
  {
    source,
    askedAs,
    mostTries,
    limit,
  }: {
    readonly source: string;
    readonly askedAs: string;
    readonly mostTries: number;
    readonly limit: number;
  },
): Promise<RecordedDocument[]> {
  const { rows } = await sql<DocumentVersion>`
    select v.* from document_versions v
    where v.source = ${source} and v.form = 'entry'
      and not exists (
        select 1 from document_versions w
        where w.id = v.id and (w.form = 'page' or w.form = 'entry' and w.version > v.version))
      and (select count(*) from requests r where r.url = v.url and r.source = ${askedAs}) < ${mostTries}
    order by v.known_at desc, v.id limit ${limit}`.execute(db);
  return rows.map(recordedOf);
}

const keyOf = ({ form, id }: Pick<SourceDocument, "form" | "id">) => `${form} ${id}`;

function lastSaid(documents: readonly SourceDocument[]): Map<string, SourceDocument> {
  const said = new Map<string, SourceDocument>();
  for (const document of documents) {
    const before = said.get(keyOf(document));
    if (before === undefined || !isEarlierVersion(document, before)) said.set(keyOf(document), document);
  }
  return said;
}

function saysAnew(document: SourceDocument, before: DocumentVersion | undefined): boolean {
  if (before === undefined) return true;
  if (before.content_hash === contentHash(document)) return false;
  return !isEarlierVersion(document, JSON.parse(before.body) as SourceDocument);
}

async function latestVersions(store: Store, documents: readonly SourceDocument[]) {
  const ids = listOf(
    store,
    documents.map(({ id }) => id),
  );
  const { rows } = await sql<DocumentVersion>`
    select v.* from document_versions v
    where v.id in ${ids} and not exists (
      select 1 from document_versions w where w.id = v.id and w.form = v.form and w.version > v.version)`.execute(
    store.db,
  );
  return new Map(rows.map((row) => [keyOf(row), { ...row, version: Number(row.version) }]));
}

function contentHash({
  capture: _capture,
  locator: _locator,
  fetchedAt: _at,
  ...said
}: SourceDocument): string {
  return sha256(canonicalJson(said));
}

function rowOf(document: SourceDocument, seq: number, version: number, recordedAt: string): DocumentVersion {
  const { id, form, source, url, canonical, capture } = document;
  return {
    ...{ seq, id, form, version, source, url, canonical },
    // What was changed later was not known from the beginning.
    known_at: version === 1 ? documentKnownAt(document) : document.fetchedAt,
    recorded_at: recordedAt,
    capture,
    content_hash: contentHash(document),
    body: JSON.stringify(document),
  };
}

export function recordedOf(row: DocumentVersion): RecordedDocument {
  return {
    document: JSON.parse(row.body) as SourceDocument,
    seq: Number(row.seq),
    knownAt: row.known_at,
    recordedAt: row.recorded_at,
    contentHash: row.content_hash,
  };
}
