import { sql } from "kysely";
import type { Store } from "../store.ts";
import { columnTypes } from "./column-types.ts";
import { refuseChanges } from "./refuse-changes.ts";

/** Who may ask and how they show it, which is forgotten when it ends; and what they did, which is kept. */
export async function accountTables(store: Store): Promise<void> {
  const { text, count } = columnTypes(store.dialect);
  const statements = [
    `create table accounts (
      name ${text} primary key,
      role ${text} not null,
      ceiling ${text} not null,
      password ${text} not null,
      added_at ${text} not null
    )`,
    `create table sessions (
      digest ${text} primary key,
      account ${text} not null references accounts (name) on delete cascade,
      opened_at ${text} not null,
      seen_at ${text} not null
    )`,
    `create table access_tokens (
      digest ${text} primary key,
      account ${text} not null references accounts (name) on delete cascade,
      label ${text} not null,
      made_at ${text} not null,
      expires_at ${text},
      unique (account, label)
    )`,
    `create table access_log (
      seq ${count} primary key,
      at ${text} not null,
      account ${text},
      act ${text} not null,
      about ${text} not null
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(store.db);
  await refuseChanges(store, ["access_log"]);
}
