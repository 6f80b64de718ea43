import { sql } from "kysely";
import type { Store } from "./store.ts";

/** How many rows each noun has; `observations` are those not withdrawn, `versions` all that was ever said. */
export interface StoreCounts {
  readonly captures: number;
  readonly observations: number;
  readonly versions: number;
  readonly rejects: number;
  readonly assessments: number;
  readonly acknowledgements: number;
  readonly briefs: number;
}

/** What the store holds, for a doctor. */
export async function storeCounts({ db }: Store): Promise<StoreCounts> {
  const { rows } = await sql<StoreCounts>`
    select
      (select count(*) from captures) as captures,
      (select count(*) from observation_versions v where body is not null and version =
        (select max(version) from observation_versions where id = v.id)) as observations,
      (select count(*) from observation_versions) as versions,
      (select count(*) from rejects) as rejects,
      (select count(*) from assessments) as assessments,
      (select count(*) from acknowledgements) as acknowledgements,
      (select count(*) from briefs) as briefs
  `.execute(db);
  return { ...rows[0]! };
}

/** A number that grows with every observation added, corrected or withdrawn. */
export async function lastChange({ db }: Store): Promise<number> {
  const row = await db
    .selectFrom("observation_versions")
    .select(({ fn }) => fn.max("seq").as("seq"))
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}
