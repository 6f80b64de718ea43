import type { Day } from "#model/day.ts";
import { type AsOf, contentText, type Observation, type RecordedObservation } from "#model/observation.ts";
import { sha256 } from "./canonical.ts";
import { listOf, type Store } from "./store.ts";
import { END_OF_TIME, RECORDED, recordedOf, versionsKnown } from "./versions.ts";

/** Everything that became known by then, and not before `from`, ordered by that day and the id. */
export async function observationsKnown(
  store: Store,
  asOf: AsOf,
  { streams, from }: { readonly streams?: readonly string[]; readonly from?: Day } = {},
): Promise<RecordedObservation[]> {
  const rows = await versionsKnown(store, asOf)
    .$if(streams !== undefined, (query) => query.where("v.stream", "in", listOf(store, streams!)))
    .$if(from !== undefined, (query) => query.where("v.known_at", ">=", from!))
    .select(RECORDED)
    .orderBy("v.known_at")
    .orderBy("v.id")
    .execute();
  return rows.map(recordedOf);
}

/** The observation as known then; null when it was not, or had been withdrawn. */
export async function observationOf(
  store: Store,
  id: string,
  asOf: AsOf,
): Promise<RecordedObservation | null> {
  const row = await versionsKnown(store, asOf).where("v.id", "=", id).select(RECORDED).executeTakeFirst();
  return row === undefined ? null : recordedOf(row);
}

/** Of these observations those of whose ids a record file of the watch says something else, with its name. */
export async function recordedOtherwise(
  store: Store,
  observations: readonly Observation[],
): Promise<ReadonlyMap<string, string>> {
  const said = new Map(observations.map((one) => [one.id, one]));
  const rows = await versionsKnown(store, { known: END_OF_TIME })
    .where("v.id", "in", listOf(store, [...said.keys()]))
    .where("v.origin", "like", "record/%")
    .select(["v.id", "v.origin", "v.content_hash"])
    .execute();
  return new Map(
    rows.flatMap(({ id, origin, content_hash: hash }) =>
      hash === sha256(contentText(said.get(id)!)) ? [] : [[id, origin] as const],
    ),
  );
}

/** One step in the life of an observation; `recorded` is null where its origin withdrew it. */
export interface ObservationStep {
  readonly version: number;
  readonly origin: string;
  readonly recordedAt: string;
  readonly recorded: RecordedObservation | null;
}

/** Every version of the observation, oldest first. */
export async function observationHistory({ db }: Store, id: string): Promise<ObservationStep[]> {
  const rows = await db
    .selectFrom("observation_versions as v")
    .where("v.id", "=", id)
    .select(["v.version", "v.origin", ...RECORDED])
    .orderBy("v.version")
    .execute();
  return rows.map((row) => ({
    version: row.version,
    origin: row.origin,
    recordedAt: row.recorded_at,
    recorded: row.body === null ? null : recordedOf(row),
  }));
}
