import { createHash } from "node:crypto";
import type { Capture } from "#model/capture.ts";
import type { SourceDocument } from "#model/source-document.ts";

/** Headline, a blank line, and what stands below it. */
export function textOf({ title, text }: SourceDocument): string {
  return [title, text].filter((part) => part !== "").join("\n\n");
}

/** The text of a document as a capture of its own, so that spans point to what was read. */
export function textCapture(document: SourceDocument): Capture {
  const bytes = new TextEncoder().encode(textOf(document));
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    source: document.source,
    url: document.url,
    fetchedAt: document.fetchedAt,
    mediaType: "text/plain; charset=utf-8",
    headers: { "read-from": document.capture },
    bytes,
  };
}

/** What a document's reports are named by. */
export function keyOf(id: string): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 16);
}

/** The origin of a document's reports in the store. */
export function originOf(id: string): string {
  return `report/${keyOf(id)}`;
}
