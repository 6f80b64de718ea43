import { checkWatch, type WatchCheck } from "#watch/index.ts";
import { sourcesOf } from "./collect/sources/network-sources.ts";
import { readRecord } from "./collect/sources/record.ts";

/** Everything that is wrong with a watch, its record read as the cycle reads it. */
export function checkWatchAndRecord(dir: string): WatchCheck {
  return checkWatch(dir, readRecord, (catalogue) => sourcesOf(catalogue).map(({ id }) => id));
}
