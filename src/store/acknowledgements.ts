import type { Day } from "#model/day.ts";
import type { Acknowledgement } from "#model/warning.ts";
import { listOf, nextSeq, type Store, writing } from "./store.ts";
import { endOf } from "./versions.ts";

/** Appends the acknowledgement; the warning itself stays as it is. */
export async function appendAcknowledgement(store: Store, acknowledgement: Acknowledgement): Promise<void> {
  await writing(store, async (inner) => {
    const seq = await nextSeq(inner, "acknowledgements");
    await inner.db
      .insertInto("acknowledgements")
      .values({ seq, ...acknowledgement })
      .execute();
  });
}

/** The acknowledgements of those warnings by a day, in the order they were made. */
export async function acknowledgementsOf(
  store: Store,
  warnings: readonly string[],
  by: Day,
): Promise<Acknowledgement[]> {
  const rows = await store.db
    .selectFrom("acknowledgements")
    .where("warning", "in", listOf(store, warnings))
    .where("at", "<=", endOf(by))
    .select(["warning", "by", "at", "note"])
    .orderBy("seq")
    .execute();
  return rows.map((row) => ({ ...row }));
}
