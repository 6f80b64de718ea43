/** Branches that one search may take: some tenths of a second. */
const MOST_BRANCHES = 1e5;

/**
 * A smallest set of numbers that has a member in each of the sets, of at least `from` and at most `to` members; "none"
 * where there is no such set, "unknown" where the search grew too long to say. Deepens one member at a time.
 */
export function smallestHittingSet(
  sets: readonly (readonly number[])[],
  from: number,
  to: number,
): readonly number[] | "none" | "unknown" {
  const hits = new Set<number>();
  let branches = 0;
  const search = (left: number): boolean => {
    const open = sets.filter((set) => !set.some((each) => hits.has(each)));
    if (open.length === 0) return true;
    if (left < disjointAmong(open) || branches++ > MOST_BRANCHES) return false;
    const narrowest = open.reduce((best, set) => (set.length < best.length ? set : best));
    return narrowest.some((each) => {
      hits.add(each);
      if (search(left - 1)) return true;
      hits.delete(each);
      return false;
    });
  };
  for (let size = from; size <= to; size++) {
    if (search(size)) return [...hits];
    if (branches > MOST_BRANCHES) return "unknown";
  }
  return "none";
}

/** How many of the sets share no member, taken greedily: each of them needs a member of its own. */
function disjointAmong(sets: readonly (readonly number[])[]): number {
  const taken = new Set<number>();
  return sets.filter((set) => {
    if (set.some((each) => taken.has(each))) return false;
    for (const each of set) taken.add(each);
    return true;
  }).length;
}
