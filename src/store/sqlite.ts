import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { failingClearly, isBusy } from "./outside.ts";

/** Kysely over `node:sqlite`: one connection, every commit on disk before it is acknowledged. */
export function sqliteDialect(file: string, waitMs: number): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => failingClearly(sqliteDriver(file, waitMs), file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function sqliteDriver(file: string, waitMs: number): Driver {
  const patiently = retrying(Math.ceil(waitMs / BUSY_MS));
  let database: DatabaseSync;
  let connection: DatabaseConnection;
  return {
    async init() {
      mkdirSync(dirname(file), { recursive: true });
      database = new DatabaseSync(file, { timeout: BUSY_MS });
      await patiently(() => database.exec(PRAGMAS));
      connection = sqliteConnection(database);
    },
    acquireConnection: async () => connection,
    // A writer takes the write lock at once: a lock taken later could not wait for another writer.
    beginTransaction: (_connection, { accessMode }) =>
      patiently(() => database.exec(accessMode === "read only" ? "begin" : "begin immediate")),
    commitTransaction: () => patiently(() => database.exec("commit")),
    // SQLite has already rolled back by itself when the disk was full.
    async rollbackTransaction() {
      if (database.isTransaction) database.exec("rollback");
    },
    releaseConnection: async () => {},
    async destroy() {
      if (database?.isOpen) database.close();
    },
  };
}

/**
 * The cache, in KiB, lets a batch of an import stay in memory until its commit; a log of up to 64 MiB lets pages that
 * batch after batch changes go into the database once.
 */
const PRAGMAS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma recursive_triggers = on;
  pragma cache_size = -16000;
  pragma wal_autocheckpoint = 16000;
`;

const BUSY_MS = 20;

/** Waits for another writer without blocking the event loop, then fails as SQLite does: locked. */
function retrying(tries: number) {
  return async (work: () => void): Promise<void> => {
    for (let left = tries; ; left--) {
      try {
        return work();
      } catch (error) {
        if (left <= 0 || !isBusy(error)) throw error;
        await pause(BUSY_MS);
      }
    }
  };
}

const KEPT_STATEMENTS = 50;

function sqliteConnection(database: DatabaseSync): DatabaseConnection {
  const kept = new Map<string, Prepared>();
  const prepared = (sql: string): Prepared => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    const made = { statement, answers: statement.columns().length > 0 };
    if (kept.size >= KEPT_STATEMENTS) kept.clear();
    kept.set(sql, made);
    return made;
  };
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { statement, answers } = prepared(sql);
      const values = parameters as readonly SQLInputValue[];
      if (answers) return { rows: statement.all(...values) as Row[] };
      return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
    },
    streamQuery() {
      throw new RangeError("a SQLite store reads whole results; give the query a limit");
    },
  };
}

interface Prepared {
  readonly statement: StatementSync;
  readonly answers: boolean;
}
