import type { ElementFault, ElementSet } from "./element-set.ts";
import { ommCsvRecords } from "./omm-csv.ts";
import { ommJsonRecords } from "./omm-json.ts";
import { ommKvnRecords } from "./omm-kvn.ts";
import { ommXmlRecords } from "./omm-xml.ts";
import { readOmm, type OmmRecord } from "./omm.ts";
import { readTle } from "./tle.ts";

export type ElementFormat = "omm-json" | "omm-csv" | "omm-xml" | "omm-kvn" | "tle";

/** A fault with the file it is in. */
export interface ElementReject extends ElementFault {
  readonly file: string;
}

export interface ReadElements {
  readonly format: ElementFormat;
  /** In the order of the text, repeated sets included. */
  readonly elements: readonly ElementSet[];
  readonly rejects: readonly ElementReject[];
}

/**
 * Reads element sets of one format, told by the content: OMM as JSON, CSV, XML or KVN, or two- and three-line sets.
 * A record that cannot be read becomes a reject at its line and costs nothing else; a text of another kind has
 * rejects alone, and an empty one has neither.
 */
export function readElements(text: string, file: string): ReadElements {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const format = formatOf(content);
  const elements: ElementSet[] = [];
  const rejects: ElementReject[] = [];
  for (const read of format === "tle" ? readTle(content) : readRecords(RECORDS[format](content))) {
    if ("wrong" in read) rejects.push({ file, ...read });
    else elements.push(read);
  }
  return { format, elements, rejects };
}

const RECORDS: Readonly<
  Record<Exclude<ElementFormat, "tle">, (text: string) => Iterable<OmmRecord | ElementFault>>
> = {
  "omm-json": ommJsonRecords,
  "omm-csv": ommCsvRecords,
  "omm-xml": ommXmlRecords,
  "omm-kvn": ommKvnRecords,
};

function* readRecords(records: Iterable<OmmRecord | ElementFault>): Generator<ElementSet | ElementFault> {
  for (const record of records) {
    const read = "wrong" in record ? record : readOmm(record);
    const isPlaced = "wrong" in read && record.column !== undefined;
    yield isPlaced ? { ...read, column: record.column } : read;
  }
}

function formatOf(text: string): ElementFormat {
  const start = text.trimStart();
  if (/^[[{]/.test(start)) return "omm-json";
  if (start.startsWith("<")) return "omm-xml";
  if (/^(?:COMMENT.*\s+)*[A-Z_0-9]+\s*=/.test(start)) return "omm-kvn";
  return /^[^\r\n]*\bNORAD_CAT_ID\b[^\r\n]*/.test(start) ? "omm-csv" : "tle";
}

/** The newest set of every object, in the order of first appearance; of two at one epoch the later in the list. */
export function newestElements(elements: readonly ElementSet[]): ElementSet[] {
  const newest = new Map<number, ElementSet>();
  for (const each of elements) {
    const known = newest.get(each.id);
    if (!known || each.epochMs >= known.epochMs) newest.set(each.id, each);
  }
  return [...newest.values()];
}
