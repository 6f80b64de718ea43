import type { Capture } from "#model/capture.ts";
import type { Locator } from "#model/observation.ts";
import { decodeText, readCsv } from "#science/text/tables/index.ts";

/** The very text an observation rests on, as it stands in the capture; the header where it is a table. */
export interface EvidenceText {
  readonly text: string;
  readonly header: string | null;
  /** What stands around it where it is a span of a page, as far as a reader needs it. */
  readonly before: string;
  readonly after: string;
  /** Length of the page in characters; 0 where it is none. */
  readonly characters: number;
}

/** So much of a page is shown on either side of a sentence. */
const AROUND = 700;
const NONE = { text: "", header: null, before: "", after: "", characters: 0 };

/** Reads the text at a locator; empty where the capture has none there. */
export function evidenceText({ bytes }: Capture, locator: Locator): EvidenceText {
  const text = decodeText(bytes);
  if (typeof text !== "string") return NONE;
  if (locator.type === "span") return spanIn(text, locator);
  if (locator.type !== "row") return NONE;
  const { header, rows } = readCsv(text);
  for (const { line, raw } of rows) {
    if (line >= locator.line) return { ...NONE, text: line === locator.line ? raw : "", header: header.raw };
  }
  return { ...NONE, header: header.raw };
}

function spanIn(page: string, { from, to }: { readonly from: number; readonly to: number }): EvidenceText {
  return {
    text: page.slice(from, to),
    header: null,
    before: page.slice(Math.max(0, from - AROUND), from).toWellFormed(),
    after: page.slice(to, to + AROUND).toWellFormed(),
    characters: page.length,
  };
}
