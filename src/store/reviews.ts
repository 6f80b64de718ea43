import { sql } from "kysely";
import type { Review } from "#model/review.ts";
import { nextSeq, type Store, writing } from "./store.ts";

/** Appends the decision; those before it stay. */
export async function appendReview(store: Store, review: Review): Promise<void> {
  await writing(store, async (inner) => {
    const seq = await nextSeq(inner, "reviews");
    const { report, at } = review;
    await inner.db
      .insertInto("reviews")
      .values({ seq, report, at, body: JSON.stringify(review) })
      .execute();
  });
}

/** The last decision on each report, in the order they were made; what was undone has none. */
export async function reviewsStanding({ db }: Store): Promise<Review[]> {
  const { rows } = await sql<{ readonly body: string }>`
    select r.body from reviews r
    where not exists (select 1 from reviews w where w.report = r.report and w.seq > r.seq)
    order by r.seq`.execute(db);
  return rows
    .map(({ body }) => JSON.parse(body) as Review)
    .filter(({ decided }) => decided.verdict !== "undone");
}
