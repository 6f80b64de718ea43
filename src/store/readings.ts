import { sql } from "kysely";
import type { Reading } from "#model/reading.ts";
import type { RecordedDocument } from "#model/source-document.ts";
import { recordedOf } from "./documents.ts";
import { inChunks } from "./in-chunks.ts";
import { nextSeq, type Store, writing } from "./store.ts";
import type { DocumentVersion } from "./tables.ts";

/** Appends what came of reading documents. */
export async function appendReadings(store: Store, readings: readonly Reading[]): Promise<void> {
  await writing(store, async (inner) => {
    const first = await nextSeq(inner, "readings");
    const rows = readings.map((reading, i) => ({
      seq: first + i,
      document_seq: reading.documentSeq,
      read_at: reading.readAt,
      body: JSON.stringify(reading),
    }));
    for (const some of inChunks(rows)) await inner.db.insertInto("readings").values(some).execute();
  });
}

/** Versions of documents stored after `seq` and read by nobody yet, in the order of storing. */
export async function unreadDocuments(store: Store, seq: number, limit: number): Promise<RecordedDocument[]> {
  const { rows } = await sql<DocumentVersion>`
    select v.* from document_versions v
    where v.seq > ${seq} and not exists (select 1 from readings r where r.document_seq = v.seq)
    order by v.seq limit ${limit}`.execute(store.db);
  return rows.map(recordedOf);
}

/** The latest reading of each version of a document, in the order of reading. */
export async function readingsOf({ db }: Store, document: string): Promise<Reading[]> {
  const rows = await db
    .selectFrom("readings as r")
    .innerJoin("document_versions as v", "v.seq", "r.document_seq")
    .where("v.id", "=", document)
    .select("r.body")
    .orderBy("r.seq")
    .execute();
  const latest = new Map(
    rows.map(({ body }) => JSON.parse(body) as Reading).map((one) => [one.documentSeq, one]),
  );
  return [...latest.values()];
}

/** The sums over the latest reading of everything that was read. */
export async function readingTotals({ db }: Store) {
  const { rows } = await sql<{ readonly body: string }>`
    select r.body from readings r
    where not exists (select 1 from readings w where w.document_seq = r.document_seq and w.seq > r.seq)`.execute(
    db,
  );
  const totals = { documents: 0, sentences: 0, events: 0, reports: 0, reasons: {} as Record<string, number> };
  for (const { sentences, events, reports, reasons } of rows.map(({ body }) => JSON.parse(body) as Reading)) {
    totals.documents += 1;
    totals.sentences += sentences;
    totals.events += events;
    totals.reports += reports;
    for (const [reason, n] of Object.entries(reasons))
      totals.reasons[reason] = (totals.reasons[reason] ?? 0) + n;
  }
  return totals;
}
