import { createHash } from "node:crypto";
import type { Capture } from "#model/capture.ts";

/** The headers that say what the bytes are, and how far a collection was read. */
const KEPT_HEADERS = [
  "content-type",
  "content-encoding",
  "content-language",
  "date",
  "etag",
  "last-modified",
  "x-taxii-date-added-last",
];

/** A reply as it came. */
export function captureOf(
  source: string,
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
    source,
    url: url.href,
    fetchedAt: at,
    mediaType: response.headers.get("content-type") ?? "application/octet-stream",
    headers: Object.fromEntries(headers),
    bytes,
  };
}
