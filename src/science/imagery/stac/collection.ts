import { type BoundingBox, boxOf, footprintOfBox, intersects } from "./footprint.ts";
import { isObject, type Json, textIn, textsIn } from "./json-fields.ts";
import { spansTime } from "./static-catalogue.ts";

/** A collection of a catalogue. */
export interface ImageryCollection {
  readonly id: string;
  readonly title: string | null;
  readonly licence: string | null;
  /** ISO 8601, null for open ends. */
  readonly from: string | null;
  readonly to: string | null;
  readonly bbox: BoundingBox | null;
}

/** What collections are looked for: words that all must occur, a box, a time. */
export interface CollectionSearch {
  readonly words: readonly string[];
  readonly bbox: BoundingBox | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Reads a STAC Collection; null for what is none. */
export function readCollection(document: unknown): ImageryCollection | null {
  if (!isObject(document)) return null;
  const id = textIn(document, "id");
  const extent = isObject(document.extent) ? document.extent : {};
  const [from, to] = listIn(listIn(extent.temporal, "interval")[0]);
  if (id === null) return null;
  return {
    id,
    title: textIn(document, "title"),
    licence: textIn(document, "license"),
    from: typeof from === "string" ? from : null,
    to: typeof to === "string" ? to : null,
    bbox: boxesOf(extent)[0] ?? null,
  };
}

function listIn(value: unknown, key?: string): readonly unknown[] {
  const list = key === undefined ? value : isObject(value) ? value[key] : null;
  return Array.isArray(list) ? list : [];
}

function boxesOf(extent: Json): BoundingBox[] {
  return listIn(extent.spatial, "bbox").flatMap((box) => {
    const read = boxOf(box);
    return read === null ? [] : [read];
  });
}

/** Whether a collection is what was looked for; where it does not say where or when, it may be. */
export function matchesCollection(document: unknown, search: CollectionSearch): boolean {
  if (!isObject(document) || !spansTime(document, search.from, search.to)) return false;
  const said = ["id", "title", "description"].map((key) => textIn(document, key) ?? "");
  const text = [...said, ...textsIn(document, "keywords")].join(" ").toLowerCase();
  if (!search.words.every((word) => text.includes(word.toLowerCase()))) return false;
  const boxes = boxesOf(isObject(document.extent) ? document.extent : {});
  const wanted = search.bbox === null ? null : footprintOfBox(search.bbox);
  return (
    wanted === null || boxes.length === 0 || boxes.some((box) => intersects(footprintOfBox(box), wanted))
  );
}
