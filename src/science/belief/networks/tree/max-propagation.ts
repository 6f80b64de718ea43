import type { Finding } from "../evidence.ts";
import type { JunctionTree } from "./junction-tree.ts";
import type { Clique, Separator } from "./layout.ts";
import { enterLogs } from "./log-propagation.ts";
import { stridesOf } from "./projection.ts";

/**
 * The states that together are likeliest, by variable; nothing where the findings cannot hold together. Maxima go up
 * the tree on logarithms, so that no product underflows, then choices go down. Overwrites `tables`. Dawid 1992.
 */
export function maximise(tree: JunctionTree, findings: readonly Finding[]): Int32Array | undefined {
  const { cliques, tables, stateCounts } = tree;
  enterLogs(tree, findings);
  for (const clique of cliques.toReversed())
    if (clique.separator) passMaxima(tables, clique, clique.separator);
  const states = new Int32Array(stateCounts.length);
  for (const clique of cliques) {
    const { separator, variables, offset } = clique;
    const block = separator ? clique.size / separator.size : clique.size;
    const agreed = separator?.variables ?? [];
    const from = offset + block * agreed.reduce((at, v) => at * stateCounts[v]! + states[v]!, 0);
    const best = indexOfMaximum(tables, from, from + block);
    if (tables[best] === -Infinity) return undefined;
    for (const [v, stride] of stridesOf(variables, stateCounts)) {
      states[v] = Math.floor((best - offset) / stride) % stateCounts[v]!;
    }
  }
  return states;
}

function passMaxima(tables: Float64Array, clique: Clique, separator: Separator): void {
  const { offset, size, starts, rest } = separator;
  const block = clique.size / size;
  for (let s = 0; s < size; s++) {
    const from = clique.offset + s * block;
    const message = tables[indexOfMaximum(tables, from, from + block)]!;
    tables[offset + s] = message;
    for (let r = 0; r < rest.length; r++) tables[starts[s]! + rest[r]!]! += message;
  }
}

function indexOfMaximum(tables: Float64Array, from: number, to: number): number {
  let best = from;
  for (let at = from + 1; at < to; at++) if (tables[at]! > tables[best]!) best = at;
  return best;
}
