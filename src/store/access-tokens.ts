import type { Account } from "#model/account.ts";
import type { Store } from "./store.ts";

/** What a program shows instead of a password; times are ISO 8601 UTC with milliseconds. */
export interface AccessToken {
  readonly account: string;
  /** What it is for; no two of an account are called the same. */
  readonly label: string;
  readonly madeAt: string;
  /** Null for one that holds until it is revoked. */
  readonly expiresAt: string | null;
}

/** Keeps a token under the hash of its secret; false where the account has one of that label, which stays. */
export async function addAccessToken(
  { db }: Store,
  { digest, account, label, madeAt, expiresAt }: AccessToken & { readonly digest: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("access_tokens")
    .values({ digest, account, label, made_at: madeAt, expires_at: expiresAt })
    .onConflict((conflict) => conflict.columns(["account", "label"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whose token it is; null for none, and for one that has expired by then. */
export async function accountOfToken({ db }: Store, digest: string, at: string): Promise<Account | null> {
  const row = await db
    .selectFrom("access_tokens")
    .innerJoin("accounts", "accounts.name", "access_tokens.account")
    .select(["name", "role", "ceiling"])
    .where("digest", "=", digest)
    .where((token) => token.or([token("expires_at", "is", null), token("expires_at", ">", at)]))
    .executeTakeFirst();
  return row === undefined ? null : { ...row };
}

/** Every token, in the order in which they were made. */
export async function accessTokens({ db }: Store): Promise<AccessToken[]> {
  const rows = await db.selectFrom("access_tokens").selectAll().orderBy("made_at").orderBy("label").execute();
  return rows.map(({ account, label, made_at: madeAt, expires_at: expiresAt }) => ({
    ...{ account, label, madeAt, expiresAt },
  }));
}

/** Forgets the token; false where the account has none of that label. */
export async function revokeAccessToken({ db }: Store, account: string, label: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("access_tokens")
    .where("account", "=", account)
    .where("label", "=", label)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
