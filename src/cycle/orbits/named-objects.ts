import type { Day } from "#model/day.ts";
import type { SpaceObject } from "#model/space-object.ts";
import { spaceObjectsKnown, type Store } from "#store/index.ts";

/** What a stored satellite catalogue says of an object, and which one does. */
export interface CatalogueEntry extends Pick<
  SpaceObject,
  "name" | "designator" | "owner" | "launchedOn" | "launchSite" | "decayedOn"
> {
  readonly catalogue: string;
}

/** In this order: what the first knows, the second is not asked for. */
const CATALOGUES = ["satcat", "gcat"];

/** What the catalogues stored by a day say of some objects, by number; without those they do not know. */
export async function namedObjects(
  store: Store,
  known: Day,
  ids: readonly number[],
): Promise<ReadonlyMap<number, CatalogueEntry>> {
  const entries = new Map<number, CatalogueEntry>();
  for (const catalogue of CATALOGUES) {
    const missing = ids.filter((id) => !entries.has(id));
    if (missing.length === 0) break;
    for (const { object } of await spaceObjectsKnown(store, { known }, catalogue, missing)) {
      const { id, name, designator, owner, launchedOn, launchSite, decayedOn } = object;
      entries.set(id, { name, designator, owner, launchedOn, launchSite, decayedOn, catalogue });
    }
  }
  return entries;
}
