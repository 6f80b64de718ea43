import { elementHistories, type Imported } from "#store/index.ts";
import type { World } from "../world.ts";
import { neighbourMonths } from "../observe/belt/neighbour-months.ts";
import { keepTold } from "./keep-told.ts";

const ORIGIN = "belt";
/** Revolutions a day: what flies elsewhere says nothing of who was looked at in the belt. */
export const BELT_REV_PER_DAY = { from: 0.9, to: 1.1 };

/** What the stored element sets say of the watch's satellites, kept as observations; null where they say nothing. */
export async function observeBelt(world: World): Promise<Imported | null> {
  const { watch, store, now } = world;
  if (watch.objects.length === 0) return null;
  const recordedAt = now();
  const known = recordedAt.slice(0, 10);
  const objects = watch.objects.map(({ id }) => Number(id));
  const belt = { objects, meanMotionRevPerDay: BELT_REV_PER_DAY };
  const sets = await elementHistories(store, { known, recorded: recordedAt }, belt);
  const observations = neighbourMonths(sets, watch.objects, known, watch.marking);
  return keepTold(world, ORIGIN, observations, recordedAt);
}
