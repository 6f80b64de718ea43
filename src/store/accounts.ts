import type { Account } from "#model/account.ts";
import { type Store, writing } from "./store.ts";

/** An account with what only its keeper sees. */
export interface KeptAccount extends Account {
  /** The hash of its password, with how it was made. */
  readonly password: string;
  readonly addedAt: string;
}

export async function hasAccounts({ db }: Store): Promise<boolean> {
  return (await db.selectFrom("accounts").select("name").limit(1).executeTakeFirst()) !== undefined;
}

/** Adds the account; false where there is one of that name, which stays as it is. */
export async function addAccount({ db }: Store, { addedAt, ...account }: KeptAccount): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("accounts")
    .values({ ...account, added_at: addedAt })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function accountNamed({ db }: Store, name: string): Promise<KeptAccount | null> {
  const row = await db.selectFrom("accounts").selectAll().where("name", "=", name).executeTakeFirst();
  return row === undefined ? null : keptIn(row);
}

/** Every account, by name. */
export async function accounts({ db }: Store): Promise<KeptAccount[]> {
  const rows = await db.selectFrom("accounts").selectAll().orderBy("name").execute();
  return rows.map(keptIn);
}

function keptIn({ added_at: addedAt, ...row }: Omit<KeptAccount, "addedAt"> & { added_at: string }) {
  return { ...row, addedAt };
}

/** Says anew what the account may; false where there is none. */
export async function changeAccount({ db }: Store, { name, role, ceiling }: Account): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("accounts")
    .set({ role, ceiling })
    .where("name", "=", name)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Gives the account another password, which ends its sessions; false where there is none. */
export async function changePassword(store: Store, name: string, password: string): Promise<boolean> {
  return writing(store, async ({ db }) => {
    await db.deleteFrom("sessions").where("account", "=", name).execute();
    const { numUpdatedRows } = await db
      .updateTable("accounts")
      .set({ password })
      .where("name", "=", name)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  });
}

/** Removes the account with its sessions and tokens; false where there is none. */
export async function removeAccount({ db }: Store, name: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("accounts").where("name", "=", name).executeTakeFirst();
  return numDeletedRows === 1n;
}
