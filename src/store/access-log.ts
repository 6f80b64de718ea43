import { nextSeq, type Store, writing } from "./store.ts";

/** One thing that was done by somebody, or to an account. */
export interface AccessEntry {
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string;
  /** Null where it was done under a name that no account has. */
  readonly account: string | null;
  /** Such as `signed in`, or the route that was asked. */
  readonly act: string;
  /** From where, or on what. */
  readonly about: string;
}

/** Appends the entry; nothing takes it back. */
export async function appendAccess(store: Store, entry: AccessEntry): Promise<void> {
  await writing(store, async (inner) => {
    const seq = await nextSeq(inner, "access_log");
    await inner.db
      .insertInto("access_log")
      .values({ seq, ...entry })
      .execute();
  });
}

/** The last entries, in the order in which they were made. */
export async function accessLog({ db }: Store, limit: number): Promise<AccessEntry[]> {
  const rows = await db
    .selectFrom("access_log")
    .select(["at", "account", "act", "about"])
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row })).toReversed();
}
