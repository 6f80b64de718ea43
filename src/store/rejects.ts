import type { Reject } from "#model/capture.ts";
import { canonicalJson, sha256 } from "./canonical.ts";
import { inChunks } from "./in-chunks.ts";
import type { Import } from "./import-batch.ts";
import { nextSeq, type Store } from "./store.ts";

/** A reject with the origin it came from and when it was first kept. */
export interface KeptReject extends Reject {
  readonly origin: string;
  readonly recordedAt: string;
}

/** Keeps each reject of the import once, however often it is imported; only inside `writing`. */
export async function addRejects(store: Store, batch: Rejected): Promise<void> {
  const first = await nextSeq(store, "rejects");
  const rows = batch.rejects.map((reject, i) => rowOf(batch, reject, first + i));
  for (const some of inChunks(rows)) {
    await store.db
      .insertInto("rejects")
      .values(some)
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .execute();
  }
}

type Rejected = Pick<Import, "origin" | "capture" | "rejects" | "recordedAt">;

function rowOf({ origin, capture, recordedAt }: Rejected, reject: Reject, seq: number) {
  return {
    seq,
    hash: sha256(canonicalJson([origin, reject])),
    origin,
    capture: capture.sha256,
    recorded_at: recordedAt,
    body: JSON.stringify(reject),
  };
}

/** Every reject, or those of one origin, in the order they were kept. */
export async function rejectsOf({ db }: Store, origin?: string): Promise<KeptReject[]> {
  const rows = await db
    .selectFrom("rejects")
    .$if(origin !== undefined, (query) => query.where("origin", "=", origin ?? ""))
    .select(["origin", "recorded_at", "body"])
    .orderBy("seq")
    .execute();
  return rows.map((row) => ({
    ...(JSON.parse(row.body) as Reject),
    origin: row.origin,
    recordedAt: row.recorded_at,
  }));
}
