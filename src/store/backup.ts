import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { sql } from "kysely";
import { OutsideFailed } from "#model/input-error.ts";
import type { Store } from "./store.ts";

/**
 * Writes a consistent copy of a SQLite store, which may be in use, to a file that must not exist yet; it
 * appears there only once it is complete. PostgreSQL has `pg_dump` for this: RangeError.
 */
export async function backupStore({ db, dialect, place }: Store, path: string): Promise<void> {
  if (dialect !== "sqlite") throw new RangeError(`${place} is backed up with pg_dump`);
  if (existsSync(path)) throw new RangeError(`${path} exists already; a backup needs a new file`);
  const unfinished = `${path}.unfinished`;
  try {
    await rm(unfinished, { force: true });
    await sql`vacuum into ${unfinished}`.execute(db);
    await flush(unfinished);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new OutsideFailed(`${path}: the backup could not be written`, error);
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}
