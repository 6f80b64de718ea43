import type { Account } from "#model/account.ts";
import type { Store } from "./store.ts";

/** A browser that was signed in; times are ISO 8601 UTC with milliseconds. */
export interface Session {
  readonly account: Account;
  readonly openedAt: string;
  readonly seenAt: string;
}

/** Opens a session under the hash of its secret. */
export async function openSession(
  { db }: Store,
  { digest, account, at }: { readonly digest: string; readonly account: string; readonly at: string },
): Promise<void> {
  await db.insertInto("sessions").values({ digest, account, opened_at: at, seen_at: at }).execute();
}

export async function sessionOf({ db }: Store, digest: string): Promise<Session | null> {
  const row = await db
    .selectFrom("sessions")
    .innerJoin("accounts", "accounts.name", "sessions.account")
    .select(["name", "role", "ceiling", "opened_at", "seen_at"])
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { opened_at: openedAt, seen_at: seenAt, ...account } = row;
  return { account, openedAt, seenAt };
}

/** Writes down that the session is in use. */
export async function seeSession({ db }: Store, digest: string, at: string): Promise<void> {
  await db.updateTable("sessions").set({ seen_at: at }).where("digest", "=", digest).execute();
}

export async function endSession({ db }: Store, digest: string): Promise<void> {
  await db.deleteFrom("sessions").where("digest", "=", digest).execute();
}

/** Forgets sessions that were opened before the one moment or last seen before the other. */
export async function endStaleSessions(
  { db }: Store,
  { openedBefore, seenBefore }: { readonly openedBefore: string; readonly seenBefore: string },
): Promise<void> {
  await db
    .deleteFrom("sessions")
    .where((row) => row.or([row("opened_at", "<", openedBefore), row("seen_at", "<", seenBefore)]))
    .execute();
}
