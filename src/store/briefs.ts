import type { Brief, WrittenBrief } from "#model/brief.ts";
import type { Day } from "#model/day.ts";
import { canonicalJson } from "./canonical.ts";
import { nextSeq, type Store, writing } from "./store.ts";

/** Appends the brief, unless it is what was last appended under its id. */
export async function appendBrief(store: Store, brief: Brief, recordedAt: string): Promise<void> {
  const body = canonicalJson(brief);
  await writing(store, async (inner) => {
    const last = await lastOf(inner, brief.id);
    if (last?.body === body) return;
    const seq = await nextSeq(inner, "briefs");
    await inner.db
      .insertInto("briefs")
      .values({ seq, id: brief.id, as_of: brief.asOf, recorded_at: recordedAt, body })
      .execute();
  });
}

/** The brief as last appended under that id; null when there is none. */
export async function briefOf(store: Store, id: string): Promise<Brief | null> {
  const row = await lastOf(store, id);
  return row === undefined ? null : (JSON.parse(row.body) as Brief);
}

/** The latest brief about an earlier day, as last appended; null when there is none. */
export async function briefBefore({ db }: Store, asOf: Day): Promise<Brief | null> {
  const row = await db
    .selectFrom("briefs")
    .where("as_of", "<", asOf)
    .select("body")
    .orderBy("as_of", "desc")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.body) as Brief);
}

/** The briefs about days up to that one that were written last, each as last appended, in the order of that. */
export async function briefsWritten({ db }: Store, asOf: Day, most: number): Promise<WrittenBrief[]> {
  const rows = await db
    .selectFrom("briefs as b")
    .innerJoin(
      db
        .selectFrom("briefs")
        .where("as_of", "<=", asOf)
        .select(({ fn }) => [fn.max("seq").as("last"), fn.min("recorded_at").as("written_at")])
        .groupBy("id")
        .orderBy("last", "desc")
        .limit(most)
        .as("w"),
      (join) => join.onRef("w.last", "=", "b.seq"),
    )
    .select(["b.body", "b.recorded_at", "w.written_at"])
    .orderBy("b.seq")
    .execute();
  return rows.map(({ body, recorded_at: changedAt, written_at: writtenAt }) => ({
    brief: JSON.parse(body) as Brief,
    ...{ writtenAt, changedAt },
  }));
}

async function lastOf({ db }: Store, id: string) {
  return db
    .selectFrom("briefs")
    .where("id", "=", id)
    .select("body")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
}
