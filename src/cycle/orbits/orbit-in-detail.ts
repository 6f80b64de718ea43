import type { AsOf } from "#model/observation.ts";
import {
  findManoeuvres,
  findVisits,
  type ElementSet,
  type Manoeuvre,
  type Visit,
} from "#science/orbits/index.ts";
import { elementHistories, type Store } from "#store/index.ts";

/** The element sets of one object known by then, by epoch, and what they tell of it. */
export interface OrbitInDetail {
  readonly history: readonly ElementSet[];
  readonly manoeuvres: readonly Manoeuvre[];
  /** Where in the geostationary belt it stayed; told from its own history, so without neighbours. */
  readonly stays: readonly Visit[];
}

export async function orbitInDetail(store: Store, asOf: AsOf, id: number): Promise<OrbitInDetail> {
  const history = (await elementHistories(store, asOf, { objects: [id] })).map(({ elements }) => elements);
  return { history, manoeuvres: findManoeuvres(history), stays: findVisits(history) };
}
