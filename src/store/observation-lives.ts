import type { Day } from "#model/day.ts";
import type { ObservationLife } from "#model/observation-life.ts";
import type { Observation } from "#model/observation.ts";
import type { Store } from "./store.ts";

/** Every observation known by that day, the withdrawn ones as they last were, ordered by id. */
export async function observationLives({ db }: Store, known: Day): Promise<ObservationLife[]> {
  const rows = await db
    .selectFrom("observation_versions")
    .select(["id", "recorded_at", "known_at", "body"])
    .orderBy("id")
    .orderBy("version")
    .execute();
  const told = new Map<
    string,
    { createdAt: string; changedAt: string; body: string; knownAt: string; withdrawn: boolean }
  >();
  for (const { id, recorded_at: at, known_at: knownAt, body } of rows) {
    const before = told.get(id);
    const createdAt = before?.createdAt ?? at;
    if (body !== null) told.set(id, { createdAt, changedAt: at, body, knownAt: knownAt!, withdrawn: false });
    else if (before) told.set(id, { ...before, changedAt: at, withdrawn: true });
  }
  return [...told.values()]
    .filter(({ knownAt }) => knownAt <= known)
    .map(({ body, knownAt: _knownAt, ...life }) => ({
      ...life,
      observation: JSON.parse(body) as Observation,
    }));
}
