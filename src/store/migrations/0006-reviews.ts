import { sql } from "kysely";
import type { Store } from "../store.ts";
import { columnTypes } from "./column-types.ts";
import { refuseChanges } from "./refuse-changes.ts";

/** What analysts decided on reports. */
export async function reviewTables(store: Store): Promise<void> {
  const { text, count } = columnTypes(store.dialect);
  const statements = [
    `create table reviews (
      seq ${count} primary key,
      report ${text} not null,
      at ${text} not null,
      body ${text} not null
    )`,
    `create index reviews_by_report on reviews (report, seq)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(store.db);
  await refuseChanges(store, ["reviews"]);
}
