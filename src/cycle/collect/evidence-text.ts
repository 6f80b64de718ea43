import type { Capture } from "#model/capture.ts";
import type { Locator } from "#model/observation.ts";
import { decodeText, readCsv } from "#science/text/tables/index.ts";

/** The very text an observation rests on, as it stands in the capture; the header where it is a table. */
export interface EvidenceText {
  readonly text: string;
  readonly header: string | null;
}

/** Reads the text at a locator; empty where the capture has none there. */
export function evidenceText({ bytes }: Capture, locator: Locator): EvidenceText {
  const text = decodeText(bytes);
  if (typeof text !== "string") return { text: "", header: null };
  if (locator.type === "span") return { text: text.slice(locator.from, locator.to), header: null };
  if (locator.type !== "row") return { text: "", header: null };
  const { header, rows } = readCsv(text);
  for (const { line, raw } of rows) {
    if (line >= locator.line) return { text: line === locator.line ? raw : "", header: header.raw };
  }
  return { text: "", header: header.raw };
}
