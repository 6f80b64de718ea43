import { insertRows } from "./insert-rows.ts";
import type { Import } from "./import-batch.ts";
import { nextSeq, type Store } from "./store.ts";
import { END_OF_TIME, versionsKnown } from "./versions.ts";

/** Appends a withdrawal for each id the origin was the last to speak of and that it no longer contains. */
export async function withdrawMissing(store: Store, batch: Import): Promise<number> {
  const present = new Set(batch.observations.map(({ id }) => id));
  const missing = (await spokenOf(store, batch.origin)).filter(({ id }) => !present.has(id));
  const first = await nextSeq(store, "observation_versions");
  const rows = missing.map(({ id, version }, i) => ({
    ...WITHDRAWN,
    seq: first + i,
    id,
    version: version + 1,
    origin: batch.origin,
    recorded_at: batch.recordedAt,
  }));
  await insertRows(store, "observation_versions", rows);
  return rows.length;
}

async function spokenOf(store: Store, origin: string) {
  return versionsKnown(store, { known: END_OF_TIME })
    .where("v.origin", "=", origin)
    .select(["v.id", "v.version"])
    .orderBy("v.id")
    .execute();
}

const WITHDRAWN = {
  content_hash: null,
  known_at: null,
  valid_from: null,
  valid_to: null,
  stream: null,
  kind: null,
  verified: null,
  marking: null,
  body: null,
};
