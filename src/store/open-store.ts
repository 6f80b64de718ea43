import { Kysely } from "kysely";
import { migrate } from "./migrations/migrate.ts";
import { placeOf, postgresDialect } from "./postgres.ts";
import { sqliteDialect } from "./sqlite.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/**
 * Opens the store and brings its tables up to date: PostgreSQL at `url` (`postgres://…`), otherwise the
 * SQLite file, created when absent. OutsideFailed when it cannot be opened, RangeError on a wrong `url`.
 */
export async function openStore({ url, file = ".tocsin/store.sqlite" }: StorePlace = {}): Promise<Store> {
  const store = url === undefined || url === "" ? sqliteStore(file) : postgresStore(url);
  try {
    await migrate(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

export interface StorePlace {
  readonly url?: string | undefined;
  readonly file?: string | undefined;
}

function sqliteStore(file: string): Store {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  return { db, dialect: "sqlite", place: file, close: () => db.destroy() };
}

function postgresStore(url: string): Store {
  if (!/^postgres(ql)?:/.test(url) || !URL.canParse(url)) {
    throw new RangeError("the database address must look like postgres://user@host:5432/database");
  }
  const db = new Kysely<Tables>({ dialect: postgresDialect(url) });
  return { db, dialect: "postgres", place: placeOf(url), close: () => db.destroy() };
}
