import { sql } from "kysely";
import type { Store } from "../store.ts";
import { columnTypes } from "./column-types.ts";
import { refuseChanges } from "./refuse-changes.ts";

/** What clients were told, and what it came to. */
export async function noticeTables(store: Store): Promise<void> {
  const { text, count } = columnTypes(store.dialect);
  const statements = [
    `create table notices (
      seq ${count} primary key,
      client ${text} not null,
      item ${text} not null,
      at ${text} not null,
      outcome ${text} not null,
      body ${text} not null
    )`,
    `create index tellings_by_client on notices (client, item, seq)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(store.db);
  await refuseChanges(store, ["notices"]);
}
