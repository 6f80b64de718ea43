import type { WatchedObject } from "#model/watched-object.ts";
import { elementHistories, type ElementSelection, type Imported } from "#store/index.ts";
import type { World } from "../cycle.ts";
import { coplanarStays, LOW_ORBITS_REV_PER_DAY } from "../observe/orbits/coplanar-stays.ts";
import { unusualManoeuvres } from "../observe/orbits/unusual-manoeuvres.ts";
import { keepTold } from "./keep-told.ts";

const ORIGIN = "orbits";

/** What the stored element sets say of the watch's satellites' planes and manoeuvres, kept as observations; null where nothing. */
export async function observeOrbits(world: World): Promise<Imported | null> {
  const { watch, store, now } = world;
  if (!watch.objects.some(({ role }) => role === "followed")) return null;
  const recordedAt = now();
  const known = recordedAt.slice(0, 10);
  const setsOf = (objects: readonly WatchedObject[], selection: ElementSelection = {}) => {
    const ids = objects.map(({ id }) => Number(id));
    return elementHistories(store, { known, recorded: recordedAt }, { ...selection, objects: ids });
  };
  const followed = new Set(watch.objects.flatMap((each) => (each.role === "followed" ? [each.class] : [])));
  const alike = await setsOf(watch.objects.filter((each) => followed.has(each.class)));
  if (alike.length === 0) return null;
  const low = await setsOf(watch.objects, { meanMotionRevPerDay: LOW_ORBITS_REV_PER_DAY });
  const observations = [
    ...coplanarStays(low, watch.objects, known, watch.marking),
    ...unusualManoeuvres(alike, watch.objects, known, watch.marking),
  ];
  return keepTold(world, ORIGIN, observations, recordedAt);
}
