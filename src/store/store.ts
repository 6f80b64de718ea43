import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** Where everything is kept: a SQLite file or a PostgreSQL database. */
export interface Store {
  readonly db: Kysely<Tables>;
  readonly dialect: "sqlite" | "postgres";
  /** The file, or the address without its password. */
  readonly place: string;
  close(): Promise<void>;
}

/** Runs the work in one transaction, one writer at a time; inside another such work it joins that. */
export async function writing<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  if (store.db.isTransaction) return work(store);
  return store.db.transaction().execute(async (db) => {
    const inner = { ...store, db };
    await takeTurn(inner);
    return work(inner);
  });
}

/** Runs the queries against one unchanging picture of the store. */
export async function reading<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  if (store.db.isTransaction) return work(store);
  return store.db
    .transaction()
    .setAccessMode("read only")
    .setIsolationLevel("repeatable read")
    .execute((db) => work({ ...store, db }));
}

/** SQLite's transaction is its lock; on PostgreSQL writers queue for this number. */
const WRITERS = 7_046_117_001;

async function takeTurn({ db, dialect }: Store): Promise<void> {
  if (dialect === "sqlite") return;
  await sql`select pg_advisory_xact_lock(${sql.lit(WRITERS)})`.execute(db);
}

/** The number the next appended row of the table gets; only inside `writing`. */
export async function nextSeq(
  { db }: Store,
  table: {
    [Table in keyof Tables]: "seq" extends keyof Tables[Table] ? Table : never;
  }[Exclude<keyof Tables, "observation_actors">],
): Promise<number> {
  const { last } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max("seq").as("last"))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

/** The texts as the right side of `in`: any number of them, none included. */
export function listOf({ dialect }: Store, texts: readonly string[]): RawBuilder<string> {
  return dialect === "sqlite"
    ? sql`(select value from json_each(${JSON.stringify(texts)}))`
    : sql`(select unnest(${texts}::text[]))`;
}

export function numberList({ dialect }: Store, numbers: readonly number[]): RawBuilder<number> {
  return dialect === "sqlite"
    ? sql`(select value from json_each(${JSON.stringify(numbers)}))`
    : sql`(select unnest(${numbers}::bigint[]))`;
}
