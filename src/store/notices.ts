import { isOpen, type Notice } from "#model/notice.ts";
import { nextSeq, type Store, writing } from "./store.ts";

/** Appends the attempt; those before it stay. */
export async function appendNotice(store: Store, notice: Notice): Promise<void> {
  await writing(store, async (inner) => {
    const seq = await nextSeq(inner, "notices");
    const { client, item, at, outcome } = notice;
    const body = JSON.stringify(notice);
    await inner.db.insertInto("notices").values({ seq, client, item, at, outcome, body }).execute();
  });
}

/**
 * Writes down that an attempt begins, so that no other process makes it too; false where it was told, or may not be tried yet.
 */
export async function claimNotice(store: Store, notice: Notice): Promise<boolean> {
  return writing(store, async (inner) => {
    const last = await lastNotice(inner, notice);
    if (!isOpen(last, notice.at)) return false;
    await appendNotice(inner, notice);
    return true;
  });
}

/** How everything that clients were told stands, in the order in which it was first tried. */
export async function noticesStanding({ db }: Store): Promise<Notice[]> {
  const rows = await db.selectFrom("notices").select("body").orderBy("seq").execute();
  const standing = new Map<string, Notice>();
  for (const { body } of rows) {
    const notice = JSON.parse(body) as Notice;
    standing.set(`${notice.client} ${notice.item}`, notice);
  }
  return [...standing.values()];
}

async function lastNotice({ db }: Store, { client, item }: Notice): Promise<Notice | undefined> {
  const row = await db
    .selectFrom("notices")
    .select("body")
    .where("client", "=", client)
    .where("item", "=", item)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && (JSON.parse(row.body) as Notice);
}
