import type { Directory } from "./directory.ts";
import type { Header } from "./header.ts";
import { numbersOfField } from "./tag-values.ts";

const [GEO_KEYS, GEO_DOUBLES] = [34735, 34736];

/** Keys of the GeoTIFF directory that hold numbers, one for most; texts are not needed. */
export type GeoKeys = ReadonlyMap<number, readonly number[]>;

/** Reads the keys of OGC 19-008r4, 7.1: four short numbers each, which hold the value or say where the doubles stand. */
export async function readGeoKeys(
  header: Header,
  directory: Directory,
  isLittleEndian: boolean,
): Promise<GeoKeys> {
  const all = (id: number) => numbersOfField(header, directory, id, isLittleEndian);
  const [words, doubles] = [await all(GEO_KEYS), await all(GEO_DOUBLES)];
  const keys = new Map<number, readonly number[]>();
  for (let at = 4; at + 3 < words.length && at < 4 + (words[3] ?? 0) * 4; at += 4) {
    const [key, where, count, value] = words.slice(at, at + 4) as [number, number, number, number];
    if (where === 0) keys.set(key, [value]);
    else if (where === GEO_DOUBLES)
      keys.set(key, doubles.slice(value, value + count).filter(Number.isFinite));
  }
  return keys;
}
