import { createHash } from "node:crypto";
import type { Capture } from "#model/capture.ts";

/** What was computed, as one file: the sets it was computed from are captures of their own, and cited. */
export function derivedCapture(source: string, computed: readonly unknown[], fetchedAt: string): Capture {
  const bytes = new TextEncoder().encode(JSON.stringify(computed));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, source, url: "", fetchedAt, mediaType: "application/json", headers: {}, bytes };
}
