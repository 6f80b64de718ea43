import type { Day } from "#model/day.ts";
import type { AsOf, Observation, RecordedObservation } from "#model/observation.ts";
import type { Store } from "./store.ts";

/** Of each observation the latest version recorded by then, unless it was withdrawn or not yet known. */
export function versionsKnown({ db }: Store, { known, recorded = END_OF_TIME }: AsOf) {
  return db
    .selectFrom("observation_versions as v")
    .where("v.known_at", "<=", known)
    .where("v.body", "is not", null)
    .where("v.recorded_at", "<=", recorded)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("observation_versions as later")
            .select("later.seq")
            .whereRef("later.id", "=", "v.id")
            .whereRef("later.version", ">", "v.version")
            .where("later.recorded_at", "<=", recorded),
        ),
      ),
    );
}

/** Later than any recording; its day is later than any day. */
export const END_OF_TIME = "9999-12-31T23:59:59.999Z";

/** The last instant of a day. */
export function endOf(day: Day): string {
  return `${day}T23:59:59.999Z`;
}

/** The columns a recorded observation is read from. */
export const RECORDED = ["v.body", "v.recorded_at", "v.content_hash"] as const;

export function recordedOf(row: {
  readonly body: string | null;
  readonly recorded_at: string;
  readonly content_hash: string | null;
}): RecordedObservation {
  return {
    observation: JSON.parse(row.body ?? "null") as Observation,
    recordedAt: row.recorded_at,
    contentHash: row.content_hash ?? "",
  };
}
