import { addObservations, elementHistories, type Imported } from "#store/index.ts";
import type { World } from "../cycle.ts";
import { coplanarStays, LOW_ORBITS_REV_PER_DAY } from "../observe/orbits/coplanar-stays.ts";
import { derivedCapture } from "./derived-capture.ts";

const ORIGIN = "orbits";

/** What the stored element sets say of the watch's satellites in low orbits, kept as observations; null where nothing. */
export async function observeOrbits({ watch, store, now }: World): Promise<Imported | null> {
  if (!watch.objects.some(({ role }) => role === "followed")) return null;
  const recordedAt = now();
  const known = recordedAt.slice(0, 10);
  const objects = watch.objects.map(({ id }) => Number(id));
  const low = { objects, meanMotionRevPerDay: LOW_ORBITS_REV_PER_DAY };
  const sets = await elementHistories(store, { known, recorded: recordedAt }, low);
  if (sets.length === 0) return null;
  const observations = coplanarStays(sets, watch.objects, known, watch.marking);
  if (observations.length === 0) return null;
  const capture = derivedCapture(ORIGIN, observations, recordedAt);
  return addObservations(store, { origin: ORIGIN, capture, observations, rejects: [], recordedAt });
}
