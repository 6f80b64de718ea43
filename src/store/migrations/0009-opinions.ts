import { sql } from "kysely";
import type { Store } from "../store.ts";
import { columnTypes } from "./column-types.ts";
import { refuseChanges } from "./refuse-changes.ts";

/** What a machine outside said of sentences: kept apart from everything that is known. */
export async function opinionTables(store: Store): Promise<void> {
  const { text, count } = columnTypes(store.dialect);
  const statements = [
    `create table opinions (
      seq ${count} primary key,
      id ${text} not null unique,
      kind ${text} not null,
      sentence_hash ${text} not null,
      at ${text} not null,
      body ${text} not null
    )`,
    `create index opinions_by_sentence on opinions (sentence_hash)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(store.db);
  await refuseChanges(store, ["opinions"]);
}
