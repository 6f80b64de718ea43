import { tableSize } from "./clique-tree.ts";

/**
 * Where each entry of a table falls in a table over fewer variables: entry o × inner.length + i falls at
 * outer[o] + inner[i]. Two short lists stand for a map that would be as long as the table.
 */
export interface Projection {
  readonly outer: Int32Array;
  readonly inner: Int32Array;
}

/** Where one entry falls, for loops in which speed is no matter. */
export const entryOf = ({ outer, inner }: Projection, at: number) =>
  outer[Math.floor(at / inner.length)]! + inner[at % inner.length]!;

/** Multiplies a table, which starts at `offset`, by the factors that its entries fall on, which start at `first`. */
export function multiplyProjected(
  table: Float64Array,
  offset: number,
  { outer, inner }: Projection,
  factors: Float64Array,
  first = 0,
): void {
  let at = offset;
  for (let o = 0; o < outer.length; o++) {
    const base = first + outer[o]!;
    for (let i = 0; i < inner.length; i++) table[at++]! *= factors[base + inner[i]!]!;
  }
}

/** Entries that one inner list may cover: 4 KiB, so that it stays in the first-level cache. */
const INNER_LIMIT = 1024;

/** Row-major strides: the last variable moves by 1. */
export function stridesOf(
  variables: readonly number[],
  stateCounts: readonly number[],
): ReadonlyMap<number, number> {
  const strides = new Map<number, number>();
  let stride = 1;
  for (const v of variables.toReversed()) {
    strides.set(v, stride);
    stride *= stateCounts[v]!;
  }
  return strides;
}

/** Projects a row-major table over `from` onto one over `onto`, a subset in any order. */
export function projection(
  from: readonly number[],
  onto: readonly number[],
  stateCounts: readonly number[],
): Projection {
  const strides = stridesOf(onto, stateCounts);
  let split = from.length;
  while (split > 0 && tableSize(from.slice(split - 1), stateCounts) <= INNER_LIMIT) split--;
  const places = (variables: readonly number[]) => placesOf(variables, strides, stateCounts);
  return { outer: places(from.slice(0, split)), inner: places(from.slice(split)) };
}

/** Where the configurations of some variables fall, the last variable fastest; one without a stride moves nothing. */
export function placesOf(
  variables: readonly number[],
  strides: ReadonlyMap<number, number>,
  stateCounts: readonly number[],
  first = 0,
): Int32Array {
  let places = Int32Array.of(first);
  for (const v of variables) {
    const [stride, count] = [strides.get(v) ?? 0, stateCounts[v]!];
    const longer = new Int32Array(places.length * count);
    places.forEach((place, i) => {
      for (let state = 0; state < count; state++) longer[i * count + state] = place + state * stride;
    });
    places = longer;
  }
  return places;
}
