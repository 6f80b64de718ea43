import { rename, rm } from "node:fs/promises";
import { sql } from "kysely";
import { OutsideFailed } from "#model/input-error.ts";
import type { Store } from "./store.ts";

/**
 * Writes a consistent copy of a SQLite store to a new file while it is in use. PostgreSQL has `pg_dump` for
 * this: RangeError.
 */
export async function backupStore({ db, dialect, place }: Store, path: string): Promise<void> {
  if (dialect !== "sqlite") throw new RangeError(`back up ${place} with pg_dump`);
  const unfinished = `${path}.unfinished`;
  try {
    await rm(unfinished, { force: true });
    await sql`vacuum into ${unfinished}`.execute(db);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new OutsideFailed(`${path}: the backup could not be written`, error);
  }
}
