import type { Capture } from "#model/capture.ts";
import { addCapture } from "#store/index.ts";
import { recordCaptures } from "#watch/index.ts";
import type { World } from "./world.ts";

/** Keeps the record files as they stand, byte for byte; what they say is read by `collectAndObserve`. */
export async function collectRecord({ watch, watchDir, store, now }: World): Promise<readonly Capture[]> {
  const captures = recordCaptures(watchDir, watch, now());
  for (const capture of captures) await addCapture(store, capture);
  return captures;
}
