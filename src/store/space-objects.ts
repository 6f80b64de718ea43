import type { Capture, Reject } from "#model/capture.ts";
import type { AsOf } from "#model/observation.ts";
import type { RecordedSpaceObject, SpaceObject } from "#model/space-object.ts";
import { canonicalJson } from "./canonical.ts";
import { addCapture } from "./captures.ts";
import { inChunks } from "./in-chunks.ts";
import { addRejects } from "./rejects.ts";
import { nextSeq, numberList, type Store, writing } from "./store.ts";
import { END_OF_TIME, endOf } from "./versions.ts";

/** What one capture of a satellite catalogue says. */
export interface SpaceObjectImport {
  /** `satcat`, `gcat`: each catalogue keeps its own versions. */
  readonly catalogue: string;
  readonly capture: Capture;
  readonly objects: readonly SpaceObject[];
  readonly rejects: readonly Reject[];
  /** ISO 8601 UTC with milliseconds. */
  readonly recordedAt: string;
}

/** Appends a version of each object of which the catalogue says something new, all or nothing. */
export async function addSpaceObjects(store: Store, batch: SpaceObjectImport) {
  return writing(store, async (inner) => {
    const { catalogue, capture, objects, rejects, recordedAt } = batch;
    await addCapture(inner, capture);
    await addRejects(inner, { origin: catalogue, capture, rejects, recordedAt });
    const before = new Map(
      (await latestBodies(inner, catalogue, END_OF_TIME)).map(({ id, body }) => [id, body]),
    );
    const bodies = new Map(objects.map((object) => [object.id, canonicalJson(object)]));
    const changed = [...bodies].filter(([id, body]) => before.get(id) !== body);
    const first = await nextSeq(inner, "space_objects");
    const rows = changed.map(([id, body], i) => {
      return { seq: first + i, catalogue, id, capture: capture.sha256, recorded_at: recordedAt, body };
    });
    for (const some of inChunks(rows)) await inner.db.insertInto("space_objects").values(some).execute();
    const added = changed.filter(([id]) => !before.has(id)).length;
    return {
      added,
      corrected: changed.length - added,
      duplicate: objects.length - changed.length,
      rejected: rejects.length,
    };
  });
}

/** What a catalogue said of each object, or of those asked for, as recorded by the end of that day. */
export async function spaceObjectsKnown(
  store: Store,
  { known, recorded = END_OF_TIME }: AsOf,
  catalogue: string,
  ids?: readonly number[],
): Promise<RecordedSpaceObject[]> {
  const last = endOf(known) < recorded ? endOf(known) : recorded;
  const rows = await latestBodies(store, catalogue, last, ids);
  return rows.map(({ body, recorded_at }) => {
    return { object: JSON.parse(body) as SpaceObject, catalogue, recordedAt: recorded_at };
  });
}

/** Of each object the version recorded last by then. */
async function latestBodies(store: Store, catalogue: string, recorded: string, ids?: readonly number[]) {
  return store.db
    .selectFrom("space_objects as v")
    .select(["v.id", "v.body", "v.recorded_at"])
    .where("v.seq", "in", (eb) =>
      eb
        .selectFrom("space_objects")
        .select(({ fn }) => fn.max("seq").as("seq"))
        .where("catalogue", "=", catalogue)
        .where("recorded_at", "<=", recorded)
        .$if(ids !== undefined, (query) => query.where("id", "in", numberList(store, ids!)))
        .groupBy("id"),
    )
    .execute();
}
