import { meets } from "./conditions.ts";
import { footprintOf, footprintOfBox, intersects } from "./footprint.ts";
import { isObject } from "./json-fields.ts";
import type { ImageryItem } from "./imagery-item.ts";
import type { ItemSearch } from "./search-question.ts";

/** Whether an item is what was looked for: what a catalogue of files leaves to its reader. No area passes for any. */
export function matches(document: unknown, item: ImageryItem, search: ItemSearch): boolean {
  if (search.collections.length > 0 && !search.collections.includes(item.collection ?? "")) return false;
  if (search.ids.length > 0 && !search.ids.includes(item.id)) return false;
  return isInTime(item, search) && isInPlace(item, search) && meets(document, search.conditions);
}

function isInTime(item: ImageryItem, { from, to }: ItemSearch): boolean {
  const start = item.startDatetime ?? item.datetime;
  const end = item.endDatetime ?? item.datetime;
  if (start === null || end === null) return from === null && to === null;
  return (
    (to === null || Date.parse(start) <= Date.parse(to)) &&
    (from === null || Date.parse(end) >= Date.parse(from))
  );
}

function isInPlace({ footprint }: ImageryItem, { bbox, intersects: area }: ItemSearch): boolean {
  const wanted = isObject(area) ? footprintOf(area, null) : bbox === null ? null : footprintOfBox(bbox);
  return wanted === null || footprint === null || intersects(footprint, wanted);
}
