import { sql } from "kysely";
import type { Store } from "../store.ts";
import { columnTypes } from "./column-types.ts";
import { refuseChanges } from "./refuse-changes.ts";

/** What open sources published, a version for every time it said something new. */
export async function documentTables(store: Store): Promise<void> {
  const { text, count } = columnTypes(store.dialect);
  const statements = [
    `create table document_versions (
      seq ${count} primary key,
      id ${text} not null,
      form ${text} not null,
      version ${count} not null,
      source ${text} not null,
      url ${text} not null,
      canonical ${text} not null,
      known_at ${text} not null,
      recorded_at ${text} not null,
      capture ${text} not null references captures (sha256),
      content_hash ${text} not null,
      body ${text} not null,
      unique (id, form, version)
    )`,
    `create index document_versions_by_source on document_versions (source, known_at)`,
    `create index document_versions_by_known on document_versions (known_at, id)`,
    `create index requests_by_url on requests (url, seq)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(store.db);
  await refuseChanges(store, ["document_versions"]);
}
