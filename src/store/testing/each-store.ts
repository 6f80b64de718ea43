import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { openStore, type StorePlace } from "../open-store.ts";
import type { Store } from "../store.ts";
import { noPostgresBecause, type PostgresServer, startPostgres } from "./postgres-server.ts";

/** What a test is given: empty stores, closed after the test. */
export interface Stores {
  readonly dialect: Store["dialect"];
  /** Where an empty store can be opened, once or several times. */
  readonly place: () => Promise<StorePlace>;
  readonly open: (place?: StorePlace) => Promise<Store>;
  /** Only on PostgreSQL. */
  readonly server: () => PostgresServer;
}

/** Runs the same tests on both databases. */
export function onEachStore(tests: (stores: Stores) => void): void {
  onSqlite(tests);
  onPostgres(tests);
}

/** Runs the tests on a SQLite file in a new folder. */
export function onSqlite(tests: (stores: Stores) => void): void {
  describe("on SQLite", () => {
    const folders: string[] = [];
    const place = async () => {
      const folder = mkdtempSync(path.join(tmpdir(), "tocsin-store-"));
      folders.push(folder);
      return { file: path.join(folder, "store.sqlite") };
    };
    tests({ dialect: "sqlite", place, open: closedAfterEach(place), server: notHere });
    afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
  });
}

function notHere(): never {
  throw new RangeError("SQLite has no server");
}

/** Runs the tests on a PostgreSQL server started for them, or skips them and says why. */
export function onPostgres(tests: (stores: Stores) => void): void {
  if (noPostgresBecause !== null) process.stderr.write(`skipped on PostgreSQL: ${noPostgresBecause}\n`);
  describe.skipIf(noPostgresBecause !== null)("on PostgreSQL", () => {
    let server: PostgresServer;
    beforeAll(() => {
      server = startPostgres();
    });
    const place = async () => {
      const schema = `s${randomUUID().replaceAll("-", "")}`;
      const client = new pg.Client(server.url(schema));
      await client.connect();
      await client.query(`create schema ${schema}`);
      await client.end();
      return { url: server.url(schema) };
    };
    tests({ dialect: "postgres", place, open: closedAfterEach(place), server: () => server });
    afterAll(() => server.remove());
  });
}

function closedAfterEach(fresh: () => Promise<StorePlace>) {
  const open: Store[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
  });
  return async (place?: StorePlace): Promise<Store> => {
    const store = await openStore(place ?? (await fresh()));
    open.push(store);
    return store;
  };
}
