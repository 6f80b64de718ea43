import { sql } from "kysely";
import type { Store } from "../store.ts";
import { columnTypes } from "./column-types.ts";
import { refuseChanges } from "./refuse-changes.ts";

/** What outsiders handed in, and what was decided on it. */
export async function contributionTables(store: Store): Promise<void> {
  const { text, count } = columnTypes(store.dialect);
  const statements = [
    `create table contributions (
      seq ${count} primary key,
      id ${text} not null unique,
      contributor ${text} not null,
      received_at ${text} not null,
      body ${text} not null
    )`,
    `create table vettings (
      seq ${count} primary key,
      contribution ${text} not null references contributions (id),
      at ${text} not null,
      body ${text} not null
    )`,
    `create index vettings_by_contribution on vettings (contribution, seq)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(store.db);
  await refuseChanges(store, ["contributions", "vettings"]);
}
