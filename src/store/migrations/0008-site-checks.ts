import { sql } from "kysely";
import type { Store } from "../store.ts";
import { columnTypes } from "./column-types.ts";
import { refuseChanges } from "./refuse-changes.ts";

/** Who found where the sites of a watch are, and in which source. */
export async function siteCheckTables(store: Store): Promise<void> {
  const { text, count } = columnTypes(store.dialect);
  const statement = `create table site_checks (
    seq ${count} primary key,
    site ${text} not null,
    at ${text} not null,
    body ${text} not null
  )`;
  await sql.raw(statement).execute(store.db);
  await refuseChanges(store, ["site_checks"]);
}
