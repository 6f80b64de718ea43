import type { DatabaseConnection, Driver } from "kysely";
import { OutsideFailed } from "#model/input-error.ts";

interface Wrapped extends DatabaseConnection {
  readonly inner: DatabaseConnection;
}

/** The same driver, whose failures of disk, lock, network or server become OutsideFailed naming the place. */
export function failingClearly(driver: Driver, place: string): Driver {
  const clearly = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw isFromOutside(error) ? new OutsideFailed(`${place}: ${reasonOf(error)}`, error) : error;
    }
  };
  const wrap = (inner: DatabaseConnection): Wrapped => ({
    inner,
    executeQuery: (query) => clearly(() => inner.executeQuery(query)),
    streamQuery: (query, chunkSize) => inner.streamQuery(query, chunkSize),
  });
  const innerOf = (connection: DatabaseConnection) => (connection as Wrapped).inner;
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

/** SQLSTATE classes of a wrong query or value: data, integrity, syntax, raised by a trigger. */
const POSTGRES_OWN_FAULTS = /^(22|23|42|P0)/;
const INSUFFICIENT_PRIVILEGE = "42501";

function isFromOutside(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof OutsideFailed) return false;
  if (error instanceof TypeError || error instanceof RangeError) return false;
  if ("errcode" in error) return !SQLITE_OWN_FAULTS.has(Number(error.errcode) & 0xff);
  const code = "code" in error ? String(error.code) : "";
  return code === INSUFFICIENT_PRIVILEGE || !(POSTGRES_OWN_FAULTS.test(code) || /^ERR_INVALID/.test(code));
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
