import type { FormatName } from "../format-names.ts";
import { FORMATS } from "../formats.ts";

const FETCHED = "2026-11-23T12:00:00.000Z";

/** Reads some content as if a source had sent it. */
export function readAs(
  format: FormatName,
  content: string | Uint8Array,
  address = "https://example.org/a/list",
  changed = {},
) {
  return FORMATS[format].read({
    ...{ source: "SRC-1", language: "", url: new URL(address), step: "", mediaType: "", capture: "c" },
    headers: {},
    ...{ bytes: Buffer.from(content), fetchedAt: FETCHED, memory: () => undefined },
    ...changed,
  });
}
