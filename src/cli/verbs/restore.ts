import { copyFile, link, mkdir, open, rm, stat } from "node:fs/promises";
import path from "node:path";
import { InputError, OutsideFailed } from "#model/input-error.ts";
import { openStore, storeCounts, verifyLedger, type StoreCounts } from "#store/index.ts";
import { readWatch } from "#watch/index.ts";
import { readConfig, storeFile } from "../config.ts";
import { WrongUse } from "../failure.ts";
import { JSON_OUT, WATCH } from "../options.ts";
import { defineVerb } from "../verb.ts";
import { watchDirOf } from "../world.ts";

/** A backup in place of an absent store; one that is there is never overwritten. */
export const restore = defineVerb({
  words: ["FILE"],
  options: { ...WATCH, ...JSON_OUT },
  async run({ options, words: [backup = ""] }, shell) {
    const config = readConfig(shell.env);
    if (config.databaseUrl) throw new WrongUse("restore a PostgreSQL store with pg_restore");
    const file = storeFile(config, readWatch(watchDirOf(options)).id);
    await refuseToOverwrite(file);
    await refuseForeignFile(backup);
    const unfinished = `${file}.unfinished`;
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await copyFile(backup, unfinished);
      const counts = await soundCounts(unfinished, backup);
      await link(unfinished, file);
      shell.out(options.json ? JSON.stringify({ backup, store: file, counts }) : `${backup} → ${file}`);
    } finally {
      await rm(unfinished, { force: true });
    }
    return 0;
  },
});

async function refuseToOverwrite(file: string): Promise<void> {
  for (const part of [file, `${file}-wal`]) {
    if (await stat(part).catch(() => null)) {
      throw new WrongUse(`${part} is there, and is not overwritten; move it away first`);
    }
  }
}

async function refuseForeignFile(backup: string): Promise<void> {
  const refuse = (wrong: string): never => {
    throw new InputError([{ file: backup, wrong, right: 'expected a file written by "tocsin backup"' }]);
  };
  const handle = await open(backup).catch(() => refuse("cannot be read"));
  const { buffer } = await handle.read(Buffer.alloc(16), 0, 16, 0).catch(() => refuse("cannot be read"));
  await handle.close();
  if (!buffer.toString("latin1").startsWith("SQLite format 3")) refuse("not a SQLite file");
}

/** What the copy holds, once its ledger was found unbroken. */
async function soundCounts(file: string, backup: string): Promise<StoreCounts> {
  const store = await openStore({ file });
  try {
    const { brokenAt } = await verifyLedger(store);
    if (brokenAt !== null) throw new OutsideFailed(`${backup}: the ledger is broken at entry ${brokenAt}`);
    return await storeCounts(store);
  } finally {
    await store.close();
  }
}
