import pg from "pg";
import { type Dialect, PostgresDialect, type QueryCompiler } from "kysely";
import { failingClearly } from "./outside.ts";
import { withoutNul } from "./without-nul.ts";

/** Kysely over a pool of PostgreSQL connections that all work in one schema; `postgres://user:password@host:port/database`. */
export function postgresDialect(url: string, schema: string | undefined, waitMs: number): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    ...(schema === undefined ? {} : { options: `-c search_path=${schema}` }),
    connectionTimeoutMillis: 10_000,
    lock_timeout: waitMs,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A connection that breaks fails the query it carries, or is replaced before the next: nobody else need hear.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const dialect = new PostgresDialect({ pool });
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => failingClearly(dialect.createDriver(), placeOf(url)),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => compilingWithoutNul(dialect.createQueryCompiler()),
  };
}

function compilingWithoutNul(compiler: QueryCompiler): QueryCompiler {
  return {
    compileQuery(node, queryId) {
      const query = compiler.compileQuery(node, queryId);
      return { ...query, parameters: query.parameters.map(withoutNul) };
    },
  };
}

/** Counts and `seq` stay far below 2⁵³. */
const INT8 = 20;

/** The address without user and password; RangeError when it is none. */
export function placeOf(url: string): string {
  if (!/^postgres(ql)?:/.test(url) || !URL.canParse(url)) {
    throw new RangeError("the database address must look like postgres://user@host:5432/database");
  }
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}
