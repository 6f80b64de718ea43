import { elementHistories, type Imported } from "#store/index.ts";
import type { World } from "../cycle.ts";
import { coplanarStays } from "../observe/orbits/coplanar-stays.ts";
import { asOneComing } from "../observe/orbits/one-coming.ts";
import { unusualApproaches } from "../observe/orbits/unusual-approaches.ts";
import { unusualManoeuvres } from "../observe/orbits/unusual-manoeuvres.ts";
import { keepTold } from "./keep-told.ts";

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
    ...unusualManoeuvres(...about),
  ];
  return keepTold(world, ORIGIN, observations, recordedAt);
}
