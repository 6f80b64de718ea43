import { type Dialect, Kysely, sql } from "kysely";
import { migrate } from "./migrations/migrate.ts";
import { sqliteDialect } from "./sqlite.ts";
import { type Store, writing } from "./store.ts";
import type { Tables } from "./tables.ts";

/**
 * Opens the store and brings its tables up to date: PostgreSQL at `url`, otherwise the SQLite file, created
 * when absent. OutsideFailed when it cannot be opened, RangeError on a wrong `url`.
 */
export async function openStore(place: StorePlace = {}): Promise<Store> {
  const store = await connect(place);
  try {
    await makeSchema(store, place);
    await migrate(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

export interface StorePlace {
  /** `postgres://user:password@host:port/database`. */
  readonly url?: string | undefined;
  /** The PostgreSQL schema: one database serves many watches, a schema each. */
  readonly schema?: string | undefined;
  readonly file?: string | undefined;
  /** How long a writer waits for its turn before it fails. */
  readonly waitMs?: number | undefined;
}

async function makeSchema(store: Store, { schema }: StorePlace): Promise<void> {
  if (store.dialect === "sqlite" || schema === undefined) return;
  await writing(store, ({ db }) => sql`create schema if not exists ${sql.id(schema)}`.execute(db));
}

async function connect({ url = "", schema, file = ".tocsin/store.sqlite", waitMs = 8000 }: StorePlace) {
  if (url === "") return storeOf("sqlite", file, sqliteDialect(file, waitMs));
  const { placeOf, postgresDialect } = await import("./postgres.ts");
  return storeOf("postgres", placeOf(url), postgresDialect(url, schema, waitMs));
}

function storeOf(dialect: Store["dialect"], place: string, connection: Dialect): Store {
  const db = new Kysely<Tables>({ dialect: connection });
  return { db, dialect, place, close: () => db.destroy() };
}
