import type { CliqueTree } from "./clique-tree.ts";
import { tableSize } from "./clique-tree.ts";
import { placesOf, stridesOf } from "./projection.ts";

/** A table in the common array, row-major. */
export interface Table {
  readonly variables: readonly number[];
  readonly offset: number;
  readonly size: number;
}

/**
 * The separator between a clique and its parent. The parent's entries that agree with separator entry s stand at
 * starts[s] + rest[r] for every r: two short lists instead of a map as long as the table.
 */
export interface Separator extends Table {
  readonly parent: Clique;
  readonly starts: Int32Array;
  readonly rest: Int32Array;
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
      const strides = stridesOf(parent.variables, stateCounts);
      const others = parent.variables.filter((v) => !common.includes(v));
      const starts = placesOf(common, strides, stateCounts, parent.offset);
      const rest = placesOf(others, strides, stateCounts);
      const size = starts.length;
      separator = { variables: common, offset: separatorOffset, size, parent, starts, rest };
      separatorOffset += size;
    }
    const size = tableSize(variables, stateCounts);
    placed.set(index, { index: placed.size, variables, offset: cliqueOffset, size, separator });
    cliqueOffset += size;
  }
  return [...placed.values()];
}

interface Visit {
  readonly index: number;
  readonly parentIndex: number | undefined;
}

/**
 * Depth-first from one root per component: the smallest clique that holds the wanted variable, else the median, where
 * no branch holds more than half of the table entries, so that what is found out has the shortest ways to go.
 */
function preorder(tree: CliqueTree, stateCounts: readonly number[], root: number | undefined): Visit[] {
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
  return starts.flatMap((start) => {
    if (seen.has(start)) return [];
    const visits = depthFirst(neighbours, start);
    for (const { index } of visits) seen.add(index);
    return holdsRoot[start] ? visits : depthFirst(neighbours, medianOf(visits, sizes));
  });
}

function depthFirst(neighbours: ReadonlyArray<readonly number[]>, start: number): Visit[] {
  const visits: Visit[] = [];
  const stack: Visit[] = [{ index: start, parentIndex: undefined }];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { index, parentIndex } = visit;
    visits.push(visit);
    for (const next of neighbours[index]!)
      if (next !== parentIndex) stack.push({ index: next, parentIndex: index });
  }
  return visits;
}

/** The last of a walk whose own branch still weighs half of the whole. */
function medianOf(visits: readonly Visit[], weights: readonly number[]): number {
  const branches = new Map(visits.map(({ index }) => [index, weights[index]!]));
  for (const { index, parentIndex } of visits.toReversed()) {
    if (parentIndex !== undefined)
      branches.set(parentIndex, branches.get(parentIndex)! + branches.get(index)!);
  }
  const whole = branches.get(visits[0]!.index)!;
  return visits.findLast(({ index }) => 2 * branches.get(index)! >= whole)!.index;
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
