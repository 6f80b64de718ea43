import { sql } from "kysely";
import type { Day } from "#model/day.ts";
import type { Review } from "#model/review.ts";
import { nextSeq, type Store, writing } from "./store.ts";
import { endOf } from "./versions.ts";

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

/** The last decision on each report by a day, in the order they were made; what was undone by then has none. */
export async function reviewsStanding({ db }: Store, by: Day): Promise<Review[]> {
  const { rows } = await sql<{ readonly body: string }>`
    select r.body from reviews r
    where r.at <= ${endOf(by)}
      and not exists (
        select 1 from reviews w where w.report = r.report and w.seq > r.seq and w.at <= ${endOf(by)})
    order by r.seq`.execute(db);
  return rows
    .map(({ body }) => JSON.parse(body) as Review)
    .filter(({ decided }) => decided.verdict !== "undone");
}
