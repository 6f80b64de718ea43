import type { Place } from "#model/input-error.ts";

/** Keys and list positions that lead to a part of a value. */
export type Path = readonly PropertyKey[];

/** A value read from a file, with the place of each of its parts. */
export interface Located<T> {
  readonly value: T;
  readonly place: (path: Path) => Place;
}

export function itemsOf<T>({ value, place }: Located<readonly T[]>): Located<T>[] {
  return value.map((item, i) => ({ value: item, place: (path) => place([i, ...path]) }));
}
