import { createHash } from "node:crypto";
import path from "node:path";
import type { Capture } from "#model/capture.ts";
import { OutsideFailed } from "#model/input-error.ts";
import type { Watch } from "#model/watch.ts";
import { readBytes } from "./read-text.ts";

/** The record files as they stand on disk, one capture each, in the order of `watch.record`. */
export function recordCaptures(dir: string, watch: Watch, fetchedAt: string): Capture[] {
  return watch.record.map(({ file }) => {
    const capture = recordCapture(dir, file, fetchedAt);
    if (capture === null) throw new OutsideFailed(`${path.join(dir, file)} is gone`);
    return capture;
  });
}

/** One record file as a capture; null where there is no such file. */
export function recordCapture(dir: string, file: string, fetchedAt: string): Capture | null {
  const bytes = readBytes(path.join(dir, file));
  if (bytes === null) return null;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    sha256,
    source: "record",
    url: `file:${file}`,
    fetchedAt,
    mediaType: "text/csv",
    headers: {},
    bytes,
  };
}
