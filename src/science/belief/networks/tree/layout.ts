import type { CliqueTree } from "./clique-tree.ts";
import { tableSize } from "./clique-tree.ts";
import type { Projection } from "./projection.ts";
import { projection, stridesOf } from "./projection.ts";

/** A table in the common array, row-major. */
export interface Table {
  readonly variables: readonly number[];
  readonly offset: number;
  readonly size: number;
}

/** The separator between a clique and its parent, and how the parent's table maps onto it. */
export interface Separator extends Table {
  readonly parent: Clique;
  readonly fromParent: Projection;
}

/** A clique whose first variables are those of its separator, so that a separator entry is one block of it. */
export interface Clique extends Table {
  readonly index: number;
  readonly separator: Separator | undefined;
}

/** One variable in a table: its states follow each other every `stride` entries from `offset` up to `end`. */
export interface Place {
  readonly offset: number;
  readonly end: number;
  readonly stride: number;
}

/** Roots a forest and gives every table its place: cliques first, parents before children, then separators. */
export function layOut(tree: CliqueTree, stateCounts: readonly number[], root?: number): readonly Clique[] {
  const placed = new Map<number, Clique>();
  let cliqueOffset = 0;
  let separatorOffset = tree.cliqueEntries;
  for (const { index, parentIndex } of preorder(tree, stateCounts, root)) {
    const members = tree.cliques[index]!;
    const parent = parentIndex === undefined ? undefined : placed.get(parentIndex)!;
    const common = parent ? parent.variables.filter((v) => members.includes(v)) : [];
    const variables = [...common, ...members.filter((v) => !common.includes(v))];
    let separator: Separator | undefined;
    if (parent) {
      const fromParent = projection(parent.variables, common, stateCounts);
      const size = tableSize(common, stateCounts);
      separator = { variables: common, offset: separatorOffset, size, parent, fromParent };
      separatorOffset += size;
    }
    const size = tableSize(variables, stateCounts);
    placed.set(index, { index: placed.size, variables, offset: cliqueOffset, size, separator });
    cliqueOffset += size;
  }
  return [...placed.values()];
}

/** Depth-first from one root per component: the smallest clique, or the smallest that holds the wanted variable. */
function preorder(tree: CliqueTree, stateCounts: readonly number[], root: number | undefined) {
  const neighbours = tree.cliques.map((): number[] => []);
  for (const {
    ends: [a, b],
  } of tree.arcs) {
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  const sizes = tree.cliques.map((clique) => tableSize(clique, stateCounts));
  const holdsRoot = tree.cliques.map((clique) => root !== undefined && clique.includes(root));
  const starts = tree.cliques.map((_, i) => i);
  starts.sort((i, j) => Number(holdsRoot[j]) - Number(holdsRoot[i]) || sizes[i]! - sizes[j]!);
  const seen = new Set<number>();
  const visits: { index: number; parentIndex: number | undefined }[] = [];
  for (const start of starts) {
    const stack: typeof visits = [{ index: start, parentIndex: undefined }];
    for (let visit = stack.pop(); visit; visit = stack.pop()) {
      const { index } = visit;
      if (seen.has(index)) continue;
      seen.add(index);
      visits.push(visit);
      for (const next of neighbours[index]!)
        if (!seen.has(next)) stack.push({ index: next, parentIndex: index });
    }
  }
  return visits;
}

export function placeIn(
  { variables, offset, size }: Table,
  v: number,
  stateCounts: readonly number[],
): Place {
  return { offset, end: offset + size, stride: stridesOf(variables, stateCounts).get(v)! };
}

/** For each variable the smallest of the tables that hold it. */
export function smallestHolders<T extends Table>(tables: readonly T[], variableCount: number): readonly T[] {
  const holders: T[] = [];
  for (const table of tables) {
    for (const v of table.variables) {
      const held = holders[v];
      if (!held || table.size < held.size) holders[v] = table;
    }
  }
  if (holders.length !== variableCount) throw new RangeError("a variable has no table");
  return holders;
}
