import { decodeBytes } from "../encodings/decode-bytes.ts";
import type { FeedFault } from "../feeds/feed.ts";
import type { FeedOptions } from "../feeds/read-feed.ts";
import { elementsOf, rawText, readMarkup, type MarkupNode } from "../markup/markup-tree.ts";

/** One record of a library catalogue. */
export interface MarcRecord {
  /** Field 001, what the library calls the record; empty where it has none. */
  readonly id: string;
  readonly fields: readonly MarcField[];
}

/** A data field: its tag of three digits, and its subfields by their code, each in the order it came. */
export interface MarcField {
  readonly tag: string;
  readonly subfields: Readonly<Record<string, readonly string[]>>;
}

/** Reads a MARC 21 file in its XML form (MARCXML, Library of Congress), however it names its prefix; a fault where it is none. */
export function readMarc(
  bytes: Uint8Array,
  { contentType = null }: FeedOptions = {},
): MarcRecord[] | FeedFault {
  const { root } = readMarkup(decodeBytes(bytes, { contentType }).text, { xml: true });
  const tops = elementsOf(root).filter((node) => /^(?:collection|record)$/.test(bare(node)));
  if (tops.length === 0) return { wrong: "no MARCXML", right: "expected a collection of records" };
  return tops.flatMap((top) => (bare(top) === "record" ? [top] : named(top, "record"))).map(recordOf);
}

const bare = ({ name }: MarkupNode) => name.replace(/^.*:/, "");
const named = (node: MarkupNode, name: string) => elementsOf(node).filter((child) => bare(child) === name);
const textOf = (node: MarkupNode) => rawText(node).replace(/\s+/g, " ").trim();

function recordOf(record: MarkupNode): MarcRecord {
  const id = named(record, "controlfield").find(({ attributes }) => attributes["tag"] === "001");
  return {
    id: id === undefined ? "" : textOf(id),
    fields: named(record, "datafield").map((field) => ({
      tag: field.attributes["tag"] ?? "",
      subfields: subfieldsOf(field),
    })),
  };
}

function subfieldsOf(field: MarkupNode): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const subfield of named(field, "subfield")) {
    const code = subfield.attributes["code"] ?? "";
    const text = textOf(subfield);
    if (text !== "") values.set(code, [...(values.get(code) ?? []), text]);
  }
  return Object.fromEntries(values);
}
