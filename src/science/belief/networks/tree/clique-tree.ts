import type { Elimination } from "./elimination.ts";

/** Joins two cliques, given as indices, along the variables they share. */
interface Arc {
  readonly ends: readonly [number, number];
  readonly separator: readonly number[];
}

/** A forest of cliques with the running intersection property. */
export interface CliqueTree {
  readonly cliques: ReadonlyArray<readonly number[]>;
  readonly arcs: readonly Arc[];
  /** Table entries in all cliques, and in all separators. */
  readonly cliqueEntries: number;
  readonly separatorEntries: number;
}

export const tableSize = (variables: readonly number[], stateCounts: readonly number[]) =>
  variables.reduce((product, v) => product * stateCounts[v]!, 1);

/**
 * The cliques of an elimination order: the cluster of a variable is itself with its later neighbours, its parent
 * the cluster of the first of these to go. A cluster within its child is taken over by that child.
 */
export function cliqueTree({ order, neighbours }: Elimination, stateCounts: readonly number[]): CliqueTree {
  const position = new Int32Array(order.length);
  order.forEach((v, i) => (position[v] = i));
  const parentOf = neighbours.map((around) =>
    around.reduce((first, u) => Math.min(first, position[u]!), Infinity),
  );
  const holder = Int32Array.from(order, (_, i) => i);
  parentOf.forEach((parent, i) => {
    if (parent === Infinity || holder[parent] !== parent) return;
    if (neighbours[i]!.length === neighbours[parent]!.length + 1) holder[parent] = holder[i]!;
  });
  const kept = order.map((_, i) => i).filter((i) => holder[i] === i);
  const cliques = kept.map((i) => [order[i]!, ...neighbours[i]!]);
  const indexOf = new Map(kept.map((i, index) => [i, index]));
  const arcs = parentOf.flatMap((parent, i): Arc[] => {
    if (parent === Infinity || holder[parent] === holder[i]) return [];
    const ends = [indexOf.get(holder[i]!)!, indexOf.get(holder[parent]!)!] as const;
    return [{ ends, separator: neighbours[i]! }];
  });
  const entriesOf = (tables: ReadonlyArray<readonly number[]>) =>
    tables.reduce((sum, table) => sum + tableSize(table, stateCounts), 0);
  const separatorEntries = entriesOf(arcs.map(({ separator }) => separator));
  return { cliques, arcs, cliqueEntries: entriesOf(cliques), separatorEntries };
}

/**
 * Moves both ends of every arc to the smallest clique on their side that holds the separator: the tree stays a
 * junction tree, and large cliques lose neighbours, each of which costs them two passes. After Jensen & Jensen 1994.
 */
export function relieveLargeCliques(tree: CliqueTree, stateCounts: readonly number[]): CliqueTree {
  const sizes = tree.cliques.map((clique) => tableSize(clique, stateCounts));
  const members = tree.cliques.map((clique) => new Set(clique));
  const neighbours = tree.cliques.map(() => new Set<number>());
  for (const {
    ends: [a, b],
  } of tree.arcs) {
    neighbours[a]!.add(b);
    neighbours[b]!.add(a);
  }
  const smallestWith = (separator: readonly number[], start: number) => {
    const reached = [start];
    let smallest = start;
    const seen = new Set(reached);
    for (const clique of reached) {
      if (sizes[clique]! < sizes[smallest]!) smallest = clique;
      for (const next of neighbours[clique]!) {
        if (seen.has(next) || !separator.every((v) => members[next]!.has(v))) continue;
        seen.add(next);
        reached.push(next);
      }
    }
    return smallest;
  };
  const arcs = tree.arcs.map(({ ends: [a, b], separator }): Arc => {
    neighbours[a]!.delete(b);
    neighbours[b]!.delete(a);
    const ends = [smallestWith(separator, a), smallestWith(separator, b)] as const;
    neighbours[ends[0]]!.add(ends[1]);
    neighbours[ends[1]]!.add(ends[0]);
    return { ends, separator };
  });
  return { ...tree, arcs };
}
