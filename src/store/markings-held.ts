import type { Observation } from "#model/observation.ts";
import type { Store } from "./store.ts";

/** How many observations were ever kept under each marking; one that was marked twice counts under both. */
export async function markingsHeld({ db }: Store): Promise<Map<Observation["marking"], number>> {
  const rows = await db
    .selectFrom("observation_versions")
    .select(["marking", ({ fn }) => fn.count("id").distinct().as("observations")])
    .where("marking", "is not", null)
    .groupBy("marking")
    .execute();
  return new Map(
    rows.map(({ marking, observations }) => [marking as Observation["marking"], Number(observations)]),
  );
}
