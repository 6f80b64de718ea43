import { sql } from "kysely";
import type { Store } from "../store.ts";
import { columnTypes } from "./column-types.ts";
import { refuseChanges } from "./refuse-changes.ts";

/** What came of reading each version of a document. */
export async function readingTables(store: Store): Promise<void> {
  const { text, count } = columnTypes(store.dialect);
  const statements = [
    `create table readings (
      seq ${count} primary key,
      document_seq ${count} not null references document_versions (seq),
      read_at ${text} not null,
      body ${text} not null
    )`,
    `create index readings_by_document on readings (document_seq)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(store.db);
  await refuseChanges(store, ["readings"]);
}
