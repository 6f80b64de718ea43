import { addObservations, elementHistories, type Imported } from "#store/index.ts";
import type { World } from "../cycle.ts";
import { neighbourMonths } from "../observe/belt/neighbour-months.ts";
import { derivedCapture } from "./derived-capture.ts";

const ORIGIN = "belt";
/** Revolutions a day: what flies elsewhere says nothing of who was looked at in the belt. */
const BELT_REV_PER_DAY = { from: 0.9, to: 1.1 };

/** What the stored element sets say of the watch's satellites, kept as observations; null where they say nothing. */
export async function observeBelt({ watch, store, now }: World): Promise<Imported | null> {
  if (watch.objects.length === 0) return null;
  const recordedAt = now();
  const known = recordedAt.slice(0, 10);
  const objects = watch.objects.map(({ id }) => Number(id));
  const belt = { objects, meanMotionRevPerDay: BELT_REV_PER_DAY };
  const sets = await elementHistories(store, { known, recorded: recordedAt }, belt);
  const observations = neighbourMonths(sets, watch.objects, known, watch.marking);
  if (observations.length === 0) return null;
  const capture = derivedCapture(ORIGIN, observations, recordedAt);
  return addObservations(store, { origin: ORIGIN, capture, observations, rejects: [], recordedAt });
}
