/** Groups that grow together as their members are joined. */
export interface DisjointSets {
  readonly root: (member: number) => number;
  /** Whether they were apart before. */
  readonly join: (a: number, b: number) => boolean;
  /** The groups of two or more, each and all in the order of their first member. */
  readonly groups: () => number[][];
}

/** So many members, each alone. The root is the smallest member. */
export function disjointSets(size: number): DisjointSets {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const root = (member: number): number => {
    let at = member;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const join = (a: number, b: number): boolean => {
    const [low, high] = [Math.min(root(a), root(b)), Math.max(root(a), root(b))];
    parent[high] = low;
    return low !== high;
  };
  const groups = (): number[][] => {
    const members = Map.groupBy(parent.keys(), root);
    return [...members.values()].filter(({ length }) => length > 1);
  };
  return { root, join, groups };
}
