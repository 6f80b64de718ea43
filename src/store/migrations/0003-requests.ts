import { sql } from "kysely";
import type { Store } from "../store.ts";
import { columnTypes } from "./column-types.ts";
import { refuseChanges } from "./refuse-changes.ts";

/** What was asked of the network, written before it is sent, and what became of it. */
export async function requestTables(store: Store): Promise<void> {
  const { text, count } = columnTypes(store.dialect);
  const statements = [
    `create table requests (
      seq ${count} primary key,
      source ${text} not null,
      host ${text} not null,
      url ${text} not null,
      asked_at ${text} not null
    )`,
    `create index requests_by_source on requests (source, seq)`,
    `create index requests_by_host on requests (host, seq)`,
    `create table replies (
      seq ${count} primary key,
      request ${count} not null unique references requests (seq),
      replied_at ${text} not null,
      outcome ${text} not null,
      fault ${text},
      not_before ${text},
      etag ${text},
      last_modified ${text},
      capture ${text} references captures (sha256)
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(store.db);
  await refuseChanges(store, ["requests", "replies"]);
}
