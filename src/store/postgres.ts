import pg from "pg";
import { type Dialect, PostgresDialect } from "kysely";
import { failingClearly } from "./outside.ts";

/** Kysely over a pool of PostgreSQL connections; `postgres://user:password@host:port/database`. */
export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // An idle connection that breaks is replaced; the next query reports a server that stays away.
  pool.on("error", () => {});
  const dialect = new PostgresDialect({ pool });
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => failingClearly(dialect.createDriver(), placeOf(url)),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** Counts and `seq` stay far below 2⁵³. */
const INT8 = 20;

/** The address without user and password. */
export function placeOf(url: string): string {
  const address = new URL(url);
  return `postgres://${address.host}${address.pathname}`;
}
