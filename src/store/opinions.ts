import type { Opinion, OpinionKind } from "#model/opinion.ts";
import type { Day } from "#model/day.ts";
import { sha256 } from "./canonical.ts";
import { nextSeq, type Store, writing } from "./store.ts";

/** Appends the opinion; one that is there already stays as it is. */
export async function appendOpinion(store: Store, opinion: Opinion): Promise<void> {
  await writing(store, async (inner) => {
    if ((await opinionOf(inner, opinion.id)) !== null) return;
    const { id, kind, at, sentence } = opinion;
    const seq = await nextSeq(inner, "opinions");
    await inner.db
      .insertInto("opinions")
      .values({
        ...{ seq, id, kind, at, sentence_hash: sha256(sentence.text) },
        body: JSON.stringify(opinion),
      })
      .execute();
  });
}

/** What was said in answer to one question; null where it was not asked. */
export async function opinionOf({ db }: Store, id: string): Promise<Opinion | null> {
  const row = await db.selectFrom("opinions").select("body").where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.body) as Opinion);
}

/** Which opinions: given by a day, of some kinds, on one sentence. */
export interface OpinionSelection {
  readonly by: Day;
  readonly kinds?: readonly OpinionKind[];
  /** The sentence, letter by letter, wherever it stands. */
  readonly on?: string;
}

/** The opinions that were given by a day, the latest first. */
export async function opinionsGiven({ db }: Store, { by, kinds, on }: OpinionSelection): Promise<Opinion[]> {
  const rows = await db
    .selectFrom("opinions")
    .select("body")
    .where("at", "<=", `${by}T23:59:59.999Z`)
    .$if(kinds !== undefined, (query) => query.where("kind", "in", [...kinds!]))
    .$if(on !== undefined, (query) => query.where("sentence_hash", "=", sha256(on!)))
    .orderBy("seq", "desc")
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Opinion);
}
