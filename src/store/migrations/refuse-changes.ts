import { sql } from "kysely";
import type { Store } from "../store.ts";

/** Triggers that refuse to change or remove a row of the tables. */
export async function refuseChanges({ db, dialect }: Store, tables: readonly string[]): Promise<void> {
  const statements =
    dialect === "sqlite"
      ? tables.flatMap(sqliteRefusals)
      : [POSTGRES_REFUSAL, ...tables.map(postgresRefusal)];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

function sqliteRefusals(table: string): string[] {
  return ["update", "delete"].map(
    (change) => `create trigger ${table}_refuses_${change} before ${change} on ${table}
      begin select raise(abort, '${table} is append-only'); end`,
  );
}

const POSTGRES_REFUSAL = `create or replace function refuse_change() returns trigger language plpgsql as
  $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$`;

function postgresRefusal(table: string): string {
  return `create trigger ${table}_refuses_change before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`;
}
