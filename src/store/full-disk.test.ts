import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { OutsideFailed } from "#model/input-error.ts";
import { storeCounts } from "./counts.ts";
import { addObservations } from "./imports.ts";
import { openStore } from "./open-store.ts";
import { observationsKnown } from "./observations.ts";
import type { Store } from "./store.ts";
import { onSqlite } from "./testing/each-store.ts";
import { batch, EVER, observation } from "./testing/samples.ts";

const many = (name: string) => batch(Array.from({ length: 3000 }, (_, i) => observation(`${name}:${i}`)));

async function expectEarlierIntact(store: Store): Promise<void> {
  const [only, ...rest] = await observationsKnown(store, EVER);
  expect([only?.observation, rest]).toEqual([observation("early"), []]);
  expect(await storeCounts(store)).toMatchObject({ captures: 1, versions: 1 });
  const { rows } = await sql`pragma integrity_check`.execute(store.db);
  expect(rows).toEqual([{ integrity_check: "ok" }]);
}

onSqlite(({ open }) => {
  test("a full database fails in one line that names it, keeps what it had, and goes on when there is room", async () => {
    const store = await open();
    await addObservations(store, batch([observation("early")]));
    await sql`pragma max_page_count = 120`.execute(store.db);
    const failed = await addObservations(store, many("late")).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(OutsideFailed);
    expect(failed).toMatchObject({ message: `${store.place}: database or disk is full` });
    expect((failed as OutsideFailed).cause).toBeInstanceOf(Error);
    await expectEarlierIntact(store);
    await sql`pragma max_page_count = 1000000`.execute(store.db);
    expect(await addObservations(store, many("late"))).toMatchObject({ added: 3000 });
  });
});

const disk = tinyDisk();
if (disk === null) process.stderr.write("skipped, no small disk can be mounted here: a full disk\n");

test.skipIf(disk === null)("a full disk does the same", async () => {
  const file = path.join(disk!, "store.sqlite");
  const store = await openStore({ file });
  await addObservations(store, batch([observation("early")]));
  await expect(addObservations(store, many("late"))).rejects.toThrow(OutsideFailed);
  await expectEarlierIntact(store);
  await store.close();
  const again = await openStore({ file });
  await expectEarlierIntact(again);
  await again.close();
});

afterAll(() => {
  if (disk === null) return;
  execFileSync("/bin/umount", ["-l", disk]);
  rmSync(disk, { recursive: true });
});

/** A disk of 1 MiB; null where this user may not mount one. */
function tinyDisk(): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), "tocsin-disk-"));
  try {
    execFileSync("/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
    return folder;
  } catch {
    process.stderr.write("skipped: a real full disk, for this user may not mount one\n");
    rmSync(folder, { recursive: true });
    return null;
  }
}
