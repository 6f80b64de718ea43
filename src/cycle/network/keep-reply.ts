import { createHash } from "node:crypto";
import type { Capture } from "#model/capture.ts";
import { OutsideFailed } from "#model/input-error.ts";
import { addElementSets, addSpaceObjects } from "#store/index.ts";
import { oneLine } from "./ask-source.ts";
import { textOfCapture } from "../capture-content.ts";
import type { NetworkSource } from "../collect/network-source.ts";
import type { World } from "../cycle.ts";

/** Reads and stores what a capture says; a reply of which nothing can be read is a failure, and not kept. */
export async function keepContent({ store }: World, { id, reads }: NetworkSource, capture: Capture) {
  const text = textOfCapture(capture);
  const batch = { origin: id, capture, recordedAt: capture.fetchedAt };
  if (reads.noun === "objects") {
    const read = reads.read(text, capture.sha256);
    requireAny(read.objects.length, read.rejects, text);
    const { catalogue } = reads;
    return { captured: capture.sha256, ...(await addSpaceObjects(store, { ...batch, ...read, catalogue })) };
  }
  const read = reads.read(text, capture.sha256, capture.fetchedAt);
  requireAny(read.elementSets.length, read.rejects, text);
  return { captured: capture.sha256, ...(await addElementSets(store, { ...batch, ...read })) };
}

function requireAny(count: number, rejects: readonly { readonly wrong: string }[], text: string): void {
  if (count > 0) return;
  const why = rejects[0]?.wrong ?? "it is empty";
  throw new OutsideFailed(`nothing in the reply could be read (${why}): ${oneLine(text.slice(0, 200))}`);
}

/** The headers that say what the bytes are. */
const KEPT_HEADERS = ["content-type", "content-encoding", "date", "etag", "last-modified"];

/** A reply as it came. */
export function captureOf(
  source: NetworkSource,
  url: URL,
  response: Response,
  bytes: Uint8Array,
  at: string,
): Capture {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    source: source.id,
    url: url.href,
    fetchedAt: at,
    mediaType: response.headers.get("content-type") ?? "application/octet-stream",
    headers: Object.fromEntries(headers),
    bytes,
  };
}
