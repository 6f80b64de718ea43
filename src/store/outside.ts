import type { DatabaseConnection, Driver } from "kysely";
import { OutsideFailed } from "#model/input-error.ts";

/** The same driver, whose failures of disk, lock, network or server become OutsideFailed naming the place. */
export function failingClearly(driver: Driver, place: string): Driver {
  const wrapped = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const innerOf = (connection: DatabaseConnection) => inner.get(connection) ?? connection;
  const clearly = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw isFromOutside(error) ? new OutsideFailed(`${place}: ${reasonOf(error)}`, error) : error;
    }
  };
  const wrap = (connection: DatabaseConnection): DatabaseConnection => {
    const known = wrapped.get(connection);
    if (known !== undefined) return known;
    const made: DatabaseConnection = {
      executeQuery: (query) => clearly(() => connection.executeQuery(query)),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
    wrapped.set(connection, made);
    inner.set(made, connection);
    return made;
  };
  return {
    init: () => clearly(() => driver.init()),
    acquireConnection: () => clearly(async () => wrap(await driver.acquireConnection())),
    beginTransaction: (connection, settings) =>
      clearly(() => driver.beginTransaction(innerOf(connection), settings)),
    commitTransaction: (connection) => clearly(() => driver.commitTransaction(innerOf(connection))),
    rollbackTransaction: (connection) => clearly(() => driver.rollbackTransaction(innerOf(connection))),
    releaseConnection: (connection) => driver.releaseConnection(innerOf(connection)),
    destroy: () => clearly(() => driver.destroy()),
  };
}

/** SQLITE_ERROR, TOOBIG, CONSTRAINT, MISMATCH, MISUSE, RANGE: the query was wrong, not the disk. */
const SQLITE_OWN_FAULTS = new Set([1, 18, 19, 20, 21, 25]);

function isFromOutside(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof OutsideFailed) return false;
  if ("errcode" in error) return !SQLITE_OWN_FAULTS.has(Number(error.errcode) & 0xff);
  const code = "code" in error ? String(error.code) : "";
  if (code.startsWith("ERR_")) return false;
  return code === "42501" || !/^(22|23|42|P0)/.test(code);
}

function reasonOf(error: unknown): string {
  if (isBusy(error)) return "another writer kept it locked";
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error && error.message !== "" ? error.message.split("\n")[0]! : String(error);
}

/** Whether another writer held the lock: SQLITE_BUSY, or PostgreSQL's lock_not_available. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("errcode" in error) return (Number(error.errcode) & 0xff) === 5;
  return "code" in error && error.code === "55P03";
}
