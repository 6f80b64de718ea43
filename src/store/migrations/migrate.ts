import { sql } from "kysely";
import { OutsideFailed } from "#model/input-error.ts";
import { type Store, writing } from "../store.ts";
import { firstTables } from "./0001-first-tables.ts";
import { elementSetTables } from "./0002-element-sets.ts";
import { requestTables } from "./0003-requests.ts";
import { documentTables } from "./0004-documents.ts";
import { readingTables } from "./0005-readings.ts";
import { reviewTables } from "./0006-reviews.ts";
import { contributionTables } from "./0007-contributions.ts";
import { siteCheckTables } from "./0008-site-checks.ts";
import { opinionTables } from "./0009-opinions.ts";
import { noticeTables } from "./0010-notices.ts";
import { accountTables } from "./0011-accounts.ts";

/** In the order in which they run; a name once released is never changed or removed. */
const MIGRATIONS: readonly { readonly name: string; readonly up: (store: Store) => Promise<void> }[] = [
  { name: "0001-first-tables", up: firstTables },
  { name: "0002-element-sets", up: elementSetTables },
  { name: "0003-requests", up: requestTables },
  { name: "0004-documents", up: documentTables },
  { name: "0005-readings", up: readingTables },
  { name: "0006-reviews", up: reviewTables },
  { name: "0007-contributions", up: contributionTables },
  { name: "0008-site-checks", up: siteCheckTables },
  { name: "0009-opinions", up: opinionTables },
  { name: "0010-notices", up: noticeTables },
  { name: "0011-accounts", up: accountTables },
];

/** Brings the tables up to date, all or nothing; an up-to-date store is only read. */
export async function migrate(store: Store): Promise<void> {
  if ((await pending(store)).length === 0) return;
  await writing(store, async (inner) => {
    await sql`create table if not exists migrations (name text primary key)`.execute(inner.db);
    for (const { name, up } of await pending(inner)) {
      await up(inner);
      await inner.db.insertInto("migrations").values({ name }).execute();
    }
  });
}

async function pending(store: Store) {
  const done = new Set(await applied(store));
  const unknown = [...done].filter((name) => !MIGRATIONS.some((migration) => migration.name === name));
  if (unknown.length > 0) {
    throw new OutsideFailed(`${store.place}: was written by a newer Tocsin (${unknown.join(", ")})`);
  }
  return MIGRATIONS.filter(({ name }) => !done.has(name));
}

async function applied({ db, dialect }: Store): Promise<string[]> {
  const tables =
    dialect === "sqlite"
      ? sql<{ found: number }>`select count(*) as found from sqlite_master where name = 'migrations'`
      : sql<{ found: number }>`select count(to_regclass('migrations')) as found`;
  const { rows } = await tables.execute(db);
  if (rows[0]?.found !== 1) return [];
  return (await db.selectFrom("migrations").select("name").execute()).map(({ name }) => name);
}
