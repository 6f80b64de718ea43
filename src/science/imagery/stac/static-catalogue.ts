import { isObject, type Json, linksIn } from "./json-fields.ts";

/** What a document of a catalogue of files is, and where it leads. */
export interface CatalogueNode {
  readonly kind: "catalogue" | "collection" | "item" | "items";
  /** The documents below it. */
  readonly below: readonly string[];
  /** The items in it: itself, or those of an ItemCollection. */
  readonly items: readonly Json[];
}

/** Reads one document of a catalogue of files; null for what is none. */
export function readNode(document: unknown, base: string): CatalogueNode | null {
  if (!isObject(document)) return null;
  if (document.type === "Feature") return { kind: "item", below: [], items: [document] };
  if (document.type === "FeatureCollection" && Array.isArray(document.features)) {
    const next = linksIn(document, base).filter(({ rel }) => rel === "next");
    return { kind: "items", below: next.map(({ href }) => href), items: document.features.filter(isObject) };
  }
  const isNode =
    typeof document.stac_version === "string" ||
    document.type === "Catalog" ||
    document.type === "Collection";
  if (!isNode) return null;
  const below = linksIn(document, base)
    .filter(({ rel }) => rel === "child" || rel === "item" || rel === "items")
    .map(({ href }) => href);
  const kind = document.type === "Collection" || "extent" in document ? "collection" : "catalogue";
  return { kind, below: [...new Set(below)], items: [] };
}

/** Whether a collection can hold what is looked for, by its extent; true where it does not say. */
export function spansTime(document: unknown, from: string | null, to: string | null): boolean {
  const extent = isObject(document) && isObject(document.extent) ? document.extent : {};
  const intervals =
    isObject(extent.temporal) && Array.isArray(extent.temporal.interval) ? extent.temporal.interval : [];
  const sound = intervals.filter(Array.isArray) as unknown[][];
  if (sound.length === 0) return true;
  return sound.some(([start, end]) => {
    const [startMs, endMs] = [momentOf(start, -Infinity), momentOf(end, Infinity)];
    return startMs <= momentOf(to, Infinity) && endMs >= momentOf(from, -Infinity);
  });
}

function momentOf(value: unknown, otherwise: number): number {
  const ms = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(ms) ? otherwise : ms;
}
