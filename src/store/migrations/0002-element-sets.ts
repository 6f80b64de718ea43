import { sql } from "kysely";
import type { Store } from "../store.ts";
import { columnTypes } from "./column-types.ts";
import { refuseChanges } from "./refuse-changes.ts";

/** Element sets, stored in the order in which histories are read, and what catalogues say of their objects. */
export async function elementSetTables(store: Store): Promise<void> {
  const { text, count, number } = columnTypes(store.dialect);
  const clustered = store.dialect === "sqlite" ? "without rowid" : "";
  const statements = [
    `create table element_imports (
      seq ${count} primary key,
      origin ${text} not null,
      capture ${text} not null references captures (sha256),
      recorded_at ${text} not null
    )`,
    `create table element_sets (
      object ${count} not null,
      epoch_ms ${number} not null,
      digest ${text} not null,
      import ${count} not null references element_imports (seq),
      known_at ${text} not null,
      name ${text},
      designator ${text},
      mean_motion ${number} not null,
      eccentricity ${number} not null,
      inclination ${number} not null,
      raan ${number} not null,
      argument_of_perigee ${number} not null,
      mean_anomaly ${number} not null,
      bstar ${number} not null,
      mean_motion_dot ${number} not null,
      mean_motion_ddot ${number} not null,
      element_set_no ${count},
      rev_at_epoch ${count},
      classification ${text},
      ephemeris_type ${count} not null,
      primary key (object, epoch_ms, digest)
    ) ${clustered}`,
    `create table space_objects (
      seq ${count} primary key,
      catalogue ${text} not null,
      id ${count} not null,
      capture ${text} not null references captures (sha256),
      recorded_at ${text} not null,
      body ${text} not null
    )`,
    `create index space_objects_by_id on space_objects (catalogue, id, seq)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(store.db);
  await refuseChanges(store, ["element_imports", "element_sets", "space_objects"]);
}
