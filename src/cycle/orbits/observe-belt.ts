import { createHash } from "node:crypto";
import type { Capture } from "#model/capture.ts";
import { addObservations, elementHistories, type Imported } from "#store/index.ts";
import type { World } from "../cycle.ts";
import { neighbourMonths } from "../observe/belt/neighbour-months.ts";

const ORIGIN = "belt";

/** What the stored element sets say of the watch's satellites, kept as observations; null where they say nothing. */
export async function observeBelt({ watch, store, now }: World): Promise<Imported | null> {
  if (watch.objects.length === 0) return null;
  const recordedAt = now();
  const known = recordedAt.slice(0, 10);
  const objects = watch.objects.map(({ id }) => Number(id));
  const sets = await elementHistories(store, { known, recorded: recordedAt }, { objects });
  const observations = neighbourMonths(sets, watch.objects, known, watch.marking);
  if (observations.length === 0) return null;
  const capture = derivedCapture(observations, recordedAt);
  return addObservations(store, { origin: ORIGIN, capture, observations, rejects: [], recordedAt });
}

/** What was computed, as one file: the sets it was computed from are captures of their own, and cited. */
function derivedCapture(observations: readonly unknown[], fetchedAt: string): Capture {
  const bytes = new TextEncoder().encode(JSON.stringify(observations));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, source: ORIGIN, url: "", fetchedAt, mediaType: "application/json", headers: {}, bytes };
}
