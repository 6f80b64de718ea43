import { createHash } from "node:crypto";
import type { Capture } from "#model/capture.ts";
import type { Observation } from "#model/observation.ts";
import { syncOrigin, type Imported } from "#store/index.ts";
import type { World } from "../world.ts";

/**
 * Keeps all that is told from element sets now; null where that is nothing. What was told before and is told no more,
 * as older sets came in since, is withdrawn: nothing is told twice.
 */
export async function keepTold(
  { store }: World,
  origin: string,
  observations: readonly Observation[],
  recordedAt: string,
): Promise<Imported | null> {
  if (observations.length === 0) return null;
  const capture = derivedCapture(origin, observations, recordedAt);
  return syncOrigin(store, { origin, capture, observations, rejects: [], recordedAt });
}

/** What was computed, as one file: the sets it was computed from are captures of their own, and cited. */
function derivedCapture(source: string, computed: readonly unknown[], fetchedAt: string): Capture {
  const bytes = new TextEncoder().encode(JSON.stringify(computed));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, source, url: "", fetchedAt, mediaType: "application/json", headers: {}, bytes };
}
