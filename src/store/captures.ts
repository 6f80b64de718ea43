import type { Capture } from "#model/capture.ts";
import { sha256 } from "./canonical.ts";
import { type Store, writing } from "./store.ts";

/** Keeps the capture once per content; RangeError when the bytes do not have the hash they claim. */
export async function addCapture(store: Store, capture: Capture): Promise<void> {
  await writing(store, async ({ db }) => {
    const kept = await db
      .selectFrom("captures")
      .select("sha256")
      .where("sha256", "=", capture.sha256)
      .executeTakeFirst();
    if (kept !== undefined) return;
    requireOwnHash(capture);
    await db.insertInto("captures").values(rowOf(capture)).execute();
  });
}

/** The capture with that content, byte for byte; null when there is none. */
export async function captureOf({ db }: Store, hash: string): Promise<Capture | null> {
  const row = await db.selectFrom("captures").selectAll().where("sha256", "=", hash).executeTakeFirst();
  return row === undefined ? null : captureIn(row);
}

/** The captures of a source in one media type, in the order they were fetched. */
export async function capturesFrom({ db }: Store, source: string, mediaType: string): Promise<Capture[]> {
  const rows = await db
    .selectFrom("captures")
    .selectAll()
    .where("source", "=", source)
    .where("media_type", "=", mediaType)
    .orderBy("fetched_at")
    .orderBy("sha256")
    .execute();
  return rows.map(captureIn);
}

/** Where each capture of a source came from and what its headers said, in no order. */
export async function captureHeadersOf({ db }: Store, source: string) {
  const rows = await db
    .selectFrom("captures")
    .select(["url", "headers"])
    .where("source", "=", source)
    .execute();
  return rows.map(({ url, headers }) => ({ url, headers: JSON.parse(headers) as Capture["headers"] }));
}

function requireOwnHash({ sha256: claimed, url, bytes }: Capture): void {
  const actual = sha256(bytes);
  if (actual !== claimed) {
    throw new RangeError(`capture of ${url} must have SHA-256 ${actual}, got ${claimed}`);
  }
}

function captureIn(row: ReturnType<typeof rowOf>): Capture {
  return {
    sha256: row.sha256,
    source: row.source,
    url: row.url,
    fetchedAt: row.fetched_at,
    mediaType: row.media_type,
    headers: JSON.parse(row.headers) as Capture["headers"],
    bytes: row.bytes,
  };
}

function rowOf(capture: Capture) {
  return {
    sha256: capture.sha256,
    source: capture.source,
    url: capture.url,
    fetched_at: capture.fetchedAt,
    media_type: capture.mediaType,
    headers: JSON.stringify(capture.headers),
    bytes: capture.bytes,
  };
}
