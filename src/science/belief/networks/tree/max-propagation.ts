import type { Finding } from "../evidence.ts";
import type { JunctionTree } from "./junction-tree.ts";
import type { Clique, Separator } from "./layout.ts";
import { enterLogs } from "./log-propagation.ts";
import { entryOf, stridesOf } from "./projection.ts";

/**
 * The states that together are likeliest, by variable; nothing where the findings cannot hold together. Maxima go up
 * the tree on logarithms, so that no product underflows, then choices go down. Overwrites `tables`. Dawid 1992.
 */
export function maximise(tree: JunctionTree, findings: readonly Finding[]): Int32Array | undefined {
  const { cliques, tables, stateCounts } = tree;
  enterLogs(tree, findings);
  for (const clique of cliques.toReversed())
    if (clique.separator) passMaxima(tables, clique, clique.separator);
  const chosen = new Int32Array(cliques.length);
  const states = new Int32Array(stateCounts.length);
  for (const clique of cliques) {
    const { separator, variables, index, offset } = clique;
    const block = separator ? clique.size / separator.size : clique.size;
    const from = separator ? block * entryOf(separator.fromParent, chosen[separator.parent.index]!) : 0;
    const best = indexOfMaximum(tables, offset + from, offset + from + block);
    if (tables[best] === -Infinity) return undefined;
    chosen[index] = best - offset;
    for (const [v, stride] of stridesOf(variables, stateCounts)) {
      states[v] = Math.floor(chosen[index] / stride) % stateCounts[v]!;
    }
  }
  return states;
}

function passMaxima(tables: Float64Array, clique: Clique, separator: Separator): void {
  const { offset, size, parent, fromParent } = separator;
  const block = clique.size / size;
  for (let s = 0; s < size; s++) {
    const from = clique.offset + s * block;
    tables[offset + s] = tables[indexOfMaximum(tables, from, from + block)]!;
  }
  for (let at = 0; at < parent.size; at++)
    tables[parent.offset + at]! += tables[offset + entryOf(fromParent, at)]!;
}

function indexOfMaximum(tables: Float64Array, from: number, to: number): number {
  let best = from;
  for (let at = from + 1; at < to; at++) if (tables[at]! > tables[best]!) best = at;
  return best;
}
