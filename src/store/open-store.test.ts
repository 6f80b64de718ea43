import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { OutsideFailed } from "#model/input-error.ts";
import { backupStore } from "./backup.ts";
import { storeCounts } from "./counts.ts";
import { addObservations } from "./imports.ts";
import { observationsKnown } from "./observations.ts";
import { openStore } from "./open-store.ts";
import { writing } from "./store.ts";
import { onEachStore, onPostgres, onSqlite } from "./testing/each-store.ts";
import { batch, EVER, observation } from "./testing/samples.ts";

onPostgres(({ server, open }) => {
  test("two watches in one database do not see each other", async () => {
    const url = server().address;
    const [first, second] = [await open({ url, schema: "watch_a" }), await open({ url, schema: "watch_b" })];
    await addObservations(first, batch([observation("a")]));
    expect(await observationsKnown(second, EVER)).toEqual([]);
    expect(await observationsKnown(await open({ url, schema: "watch_a" }), EVER)).toHaveLength(1);
  });
});

const folder = () => mkdtempSync(path.join(tmpdir(), "tocsin-open-"));

onEachStore(({ place, open }) => {
  test("what was stored is there when it is opened again", async () => {
    const where = await place();
    const first = await open(where);
    await addObservations(first, batch([observation("a")]));
    const before = await observationsKnown(first, EVER);
    await first.close();
    expect(await observationsKnown(await open(where), EVER)).toEqual(before);
  });

  test("several can open the same empty place at once", async () => {
    const where = await place();
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(where)));
    for (const store of stores) expect((await storeCounts(store)).versions).toBe(0);
  });

  test("a store written by a newer version is refused by its name", async () => {
    const where = await place();
    const store = await open(where);
    await store.db.insertInto("migrations").values({ name: "9999-later" }).execute();
    await expect(open(where)).rejects.toThrow(OutsideFailed);
    await expect(open(where)).rejects.toThrow("9999-later");
  });

  test("a second writer waits for the first", async () => {
    const where = await place();
    const [first, second] = [await open(where), await open(where)];
    const slow = writing(first, async (inner) => {
      await addObservations(inner, batch([observation("a")]));
      await pause(300);
    });
    await pause(50);
    expect(await addObservations(second, batch([observation("a")]))).toMatchObject({ duplicate: 1 });
    await slow;
  });

  test("a second writer that waits too long fails clearly and has written nothing", async () => {
    const where = { ...(await place()), waitMs: 100 };
    const [first, second] = [await open(where), await open(where)];
    const slow = writing(first, () => pause(600));
    await pause(50);
    const failed = await addObservations(second, batch([observation("a")])).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(OutsideFailed);
    expect(failed).toMatchObject({ message: `${second.place}: another writer kept it locked` });
    await slow;
    expect((await storeCounts(second)).versions).toBe(0);
    expect(await addObservations(second, batch([observation("a")]))).toMatchObject({ added: 1 });
  });

  test("readers do not wait for a writer and see nothing unfinished", async () => {
    const where = await place();
    const [writer, reader] = [await open(where), await open(where)];
    await writing(writer, async (inner) => {
      await addObservations(inner, batch([observation("a")]));
      expect(await observationsKnown(reader, EVER)).toEqual([]);
    });
    expect(await observationsKnown(reader, EVER)).toHaveLength(1);
  });

  test("operations started together on one store are all done", async () => {
    const store = await open();
    const imports = Array.from({ length: 30 }, (_, i) => batch([observation(`n${i % 10}`)]));
    await Promise.all(imports.map((one) => addObservations(store, one)));
    expect(await storeCounts(store)).toMatchObject({ observations: 10, versions: 10 });
  });

  test("several operations of one writing are kept or dropped together", async () => {
    const store = await open();
    const both = writing(store, async (inner) => {
      await addObservations(inner, batch([observation("a")]));
      throw new RangeError("changed my mind");
    });
    await expect(both).rejects.toThrow("changed my mind");
    expect((await storeCounts(store)).versions).toBe(0);
  });
});

onSqlite(({ open }) => {
  test("a commit is on disk before it is acknowledged, and references hold", async () => {
    const { db } = await open();
    const setting = async (name: string) => (await sql.raw(`pragma ${name}`).execute(db)).rows;
    expect(await setting("journal_mode")).toEqual([{ journal_mode: "wal" }]);
    expect(await setting("synchronous")).toEqual([{ synchronous: 2 }]);
    expect(await setting("foreign_keys")).toEqual([{ foreign_keys: 1 }]);
  });

  test("a file that is no database is refused by its name", async () => {
    const at = folder();
    const file = path.join(at, "notes.txt");
    writeFileSync(file, "These are my notes about the launch of Chang'e-5, kept in a text file.".repeat(20));
    await expect(openStore({ file })).rejects.toThrow(`${file}: file is not a database`);
    await expect(openStore({ file: at })).rejects.toThrow(OutsideFailed);
    rmSync(at, { recursive: true });
  });

  test("a backup is a store of its own, and an unreachable place is named", async () => {
    const at = folder();
    const store = await open();
    await addObservations(store, batch([observation("a")]));
    await backupStore(store, path.join(at, "copy.sqlite"));
    const copy = await open({ file: path.join(at, "copy.sqlite") });
    expect(await observationsKnown(copy, EVER)).toEqual(await observationsKnown(store, EVER));
    await expect(backupStore(store, store.place)).rejects.toThrow(RangeError);
    await expect(backupStore(store, path.join(at, "no/where.sqlite"))).rejects.toThrow("no/where.sqlite: ");
    rmSync(at, { recursive: true });
  });
});

test("an address that is none is refused without showing its password", async () => {
  for (const url of ["mysql://u:secret@h/d", "postgres:// :secret@", "store.sqlite"]) {
    const failed = await openStore({ url }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(RangeError);
    expect(String(failed)).not.toContain("secret");
  }
});

test("a server that is away is named without its password", async () => {
  const failed = await openStore({ url: "postgres://u:secret@127.0.0.1:1/d" }).catch(
    (error: unknown) => error,
  );
  expect(failed).toBeInstanceOf(OutsideFailed);
  expect(String(failed)).toMatch(/postgres:\/\/127\.0\.0\.1:1\/d: .*ECONNREFUSED/);
  expect(String(failed)).not.toContain("secret");
});
