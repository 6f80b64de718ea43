import { createHash } from "node:crypto";
import type { Import } from "./import-batch.ts";
import { nextSeq, type Store } from "./store.ts";

/**
 * SHA-256 of everything an import says. Not of the capture alone: with other actors or another reader the
 * same bytes say something else.
 */
export function digestOf({ capture, observations, rejects }: Import): string {
  const digest = createHash("sha256").update(capture.sha256);
  for (const part of [...observations, ...rejects]) digest.update(JSON.stringify(part));
  return digest.digest("hex");
}

/** The digest of the origin's last sync; null before the first. */
export async function lastDigest({ db }: Store, origin: string): Promise<string | null> {
  const row = await db
    .selectFrom("syncs")
    .select("digest")
    .where("origin", "=", origin)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.digest ?? null;
}

export async function appendSync(store: Store, batch: Import, digest: string): Promise<void> {
  const seq = await nextSeq(store, "syncs");
  const { origin, recordedAt } = batch;
  await store.db.insertInto("syncs").values({ seq, origin, digest, recorded_at: recordedAt }).execute();
}
