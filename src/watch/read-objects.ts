import { watchedObject } from "#model/watched-object.ts";
import { readTable } from "./read-table.ts";

const COLUMNS = ["id", "name", "actor", "class", "role", "source"] as const;

/** Reads `objects.csv`, the satellites the watch cares about. */
export function readObjects(file: string, text: string) {
  return readTable(file, text, {
    columns: COLUMNS,
    schema: watchedObject,
    valueOf: (cells) => cells,
    columnOf: (part) => part,
  });
}
