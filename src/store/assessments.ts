import type { Assessment } from "#model/assessment.ts";
import type { Day } from "#model/day.ts";
import { canonicalJson, sha256 } from "./canonical.ts";
import { nextSeq, reading, type Store, writing } from "./store.ts";

/**
 * An assessment in the ledger. Its hash is SHA-256 over three lines: the hash before it (64 zeros before the
 * first), the recording time, and the assessment as JSON with sorted keys.
 */
export interface LedgerEntry {
  readonly seq: number;
  readonly recordedAt: string;
  readonly hash: string;
  readonly assessment: Assessment;
}

/** Appends the assessment, unless it is what the ledger last said of that watch and day. */
export async function appendAssessment(
  store: Store,
  assessment: Assessment,
  recordedAt: string,
): Promise<{ readonly appended: boolean; readonly hash: string }> {
  const body = canonicalJson(assessment);
  return writing(store, async (inner) => {
    const last = await lastOf(inner, assessment.watch.id, assessment.asOf);
    if (last?.body === body) return { appended: false, hash: last.hash };
    const previous = await headHash(inner);
    const hash = entryHash(previous, recordedAt, body);
    await inner.db
      .insertInto("assessments")
      .values({
        seq: await nextSeq(inner, "assessments"),
        as_of: assessment.asOf,
        watch: assessment.watch.id,
        recorded_at: recordedAt,
        previous_hash: previous,
        hash,
        body,
      })
      .execute();
    return { appended: true, hash };
  });
}

/** The ledger in its order, or the part of it about one watch, or from one as-of day to another. */
export async function assessments(
  { db }: Store,
  { watch, from, to }: { readonly watch?: string; readonly from?: Day; readonly to?: Day } = {},
): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom("assessments")
    .$if(watch !== undefined, (query) => query.where("watch", "=", watch!))
    .$if(from !== undefined, (query) => query.where("as_of", ">=", from!))
    .$if(to !== undefined, (query) => query.where("as_of", "<=", to!))
    .select(["seq", "recorded_at", "hash", "body"])
    .orderBy("seq")
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    recordedAt: row.recorded_at,
    hash: row.hash,
    assessment: JSON.parse(row.body) as Assessment,
  }));
}

/** The last the ledger says of that watch and day; null when nothing. */
export async function assessmentOf(store: Store, watch: string, asOf: Day): Promise<Assessment | null> {
  const row = await lastOf(store, watch, asOf);
  return row === undefined ? null : (JSON.parse(row.body) as Assessment);
}

/**
 * Recomputes the chain of hashes; `brokenAt` is the first entry that is not what was appended. Entries cut
 * off its end show only against a `head` noted earlier.
 */
export async function verifyLedger(
  store: Store,
): Promise<{ readonly length: number; readonly head: string; readonly brokenAt: number | null }> {
  return reading(store, async (inner) => {
    let [length, head] = [0, GENESIS];
    for (;;) {
      const rows = await entriesAfter(inner, length);
      for (const row of rows) {
        const hash = entryHash(head, row.recorded_at, row.body);
        const isSound =
          row.seq === length + 1 && row.previous_hash === head && row.hash === hash && isIndexed(row);
        if (!isSound) return { length: await countEntries(inner), head, brokenAt: length + 1 };
        [length, head] = [row.seq, hash];
      }
      if (rows.length === 0) return { length, head, brokenAt: null };
    }
  });
}

const GENESIS = "0".repeat(64);

function entryHash(previous: string, recordedAt: string, body: string): string {
  return sha256(`${previous}\n${recordedAt}\n${body}`);
}

/** Whether the columns it is found by are those of the body. */
function isIndexed(row: { readonly as_of: string; readonly watch: string; readonly body: string }): boolean {
  const { asOf, watch } = JSON.parse(row.body) as Assessment;
  return row.as_of === asOf && row.watch === watch.id;
}

async function lastOf({ db }: Store, watch: string, asOf: Day) {
  return db
    .selectFrom("assessments")
    .where("watch", "=", watch)
    .where("as_of", "=", asOf)
    .select(["hash", "body"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
}

async function headHash({ db }: Store): Promise<string> {
  const row = await db
    .selectFrom("assessments")
    .select("hash")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.hash ?? GENESIS;
}

async function entriesAfter({ db }: Store, seq: number) {
  return db.selectFrom("assessments").where("seq", ">", seq).selectAll().orderBy("seq").limit(50).execute();
}

async function countEntries({ db }: Store): Promise<number> {
  const { n } = await db
    .selectFrom("assessments")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return n;
}
