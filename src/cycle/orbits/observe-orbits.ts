import { findManoeuvres } from "#science/orbits/index.ts";
import { elementHistories, type Imported, type Store } from "#store/index.ts";
import type { World } from "../world.ts";
import { coplanarStays } from "../observe/orbits/coplanar-stays.ts";
import { asOneComing } from "../observe/orbits/one-coming.ts";
import { unusualApproaches } from "../observe/orbits/unusual-approaches.ts";
import { unusualManoeuvres } from "../observe/orbits/unusual-manoeuvres.ts";
import { keepTold } from "./keep-told.ts";
import { recalling } from "./recalling.ts";

const ORIGIN = "orbits";

/**
 * What the stored element sets say of the watch's satellites: into whose plane they came, whom they approached, and how
 * they manoeuvred, kept as observations; null where nothing.
 */
export async function observeOrbits(world: World): Promise<Imported | null> {
  const { watch, store, now } = world;
  if (!watch.objects.some(({ role }) => role === "followed")) return null;
  const recordedAt = now();
  const known = recordedAt.slice(0, 10);
  const objects = watch.objects.map(({ id }) => Number(id));
  const sets = await elementHistories(store, { known, recorded: recordedAt }, { objects });
  const about = [sets, watch.objects, known, watch.marking] as const;
  const observations = [
    ...asOneComing([...coplanarStays(...about), ...unusualApproaches(...about)]),
    ...unusualManoeuvres(...about, finderOf(store)),
  ];
  return keepTold(world, ORIGIN, observations, recordedAt);
}

type Finder = ReturnType<typeof recalling<ReturnType<typeof findManoeuvres>>>;

const finders = new WeakMap<Store, Finder>();

/** While a store is open, months of objects of which no new sets came in are not searched again. */
function finderOf(store: Store): Finder {
  const finder = finders.get(store) ?? recalling(findManoeuvres);
  finders.set(store, finder);
  return finder;
}
