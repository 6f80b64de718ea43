import type { BeliefNetwork } from "../network.ts";
import type { CompileOptions, JunctionTree } from "./junction-tree.ts";
import { emptyTree } from "./junction-tree.ts";
import { collect, distribute, multiplyTables } from "./propagation.ts";

/** Compiles a network for repeated propagation. Throws NetworkTooLarge before allocating its tables. */
export function compile(network: BeliefNetwork, options: CompileOptions = {}): JunctionTree {
  const tree = emptyTree(network, options);
  loadTables(tree, network);
  return tree;
}

/** Puts other conditional tables of the same shape into a compiled tree. */
export function loadTables(tree: JunctionTree, { variables }: Pick<BeliefNetwork, "variables">): void {
  const { cpts, prior, affected } = tree;
  variables.forEach(({ cpt }, v) => (cpts[v] = cpt));
  multiplyTables(tree, prior);
  affected.fill(1);
  collect(tree, prior);
  distribute(tree, prior);
}
