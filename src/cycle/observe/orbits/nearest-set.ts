import type { PublishedSet } from "../elements/published-set.ts";

/** Puts a set in its place among those of one object, in the order of their epochs; most come last. */
export function insertInTime(sets: PublishedSet[], set: PublishedSet): void {
  const { epochMs } = set.elements;
  const isLast = sets.length === 0 || sets.at(-1)!.elements.epochMs <= epochMs;
  if (isLast) sets.push(set);
  else sets.splice(firstFrom(sets, epochMs), 0, set);
}

/** Of sets in the order of their epochs the one nearest to a moment; undefined where there are none. */
export function nearestSet(sets: readonly PublishedSet[], atMs: number): PublishedSet | undefined {
  const after = firstFrom(sets, atMs);
  const [earlier, later] = [sets[after - 1], sets[after]];
  if (!earlier || !later) return earlier ?? later;
  return atMs - earlier.elements.epochMs <= later.elements.epochMs - atMs ? earlier : later;
}

/** Where the first set stands that is not earlier than a moment. */
function firstFrom(sets: readonly PublishedSet[], atMs: number): number {
  let [low, high] = [0, sets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sets[middle]!.elements.epochMs < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
