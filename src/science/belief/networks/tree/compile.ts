import type { BeliefNetwork } from "../network.ts";
import type { CompileOptions, JunctionTree } from "./junction-tree.ts";
import { emptyTree } from "./junction-tree.ts";
import { multiplyProjected } from "./projection.ts";
import { collect } from "./propagation.ts";

/** Compiles a network for repeated propagation. Throws NetworkTooLarge before allocating its tables. */
export function compile(network: BeliefNetwork, options: CompileOptions = {}): JunctionTree {
  const tree = emptyTree(network, options);
  loadTables(tree, network);
  return tree;
}

/** Puts other conditional tables of the same shape into a compiled tree, as for drawing parameters at random. */
export function loadTables(tree: JunctionTree, { variables }: Pick<BeliefNetwork, "variables">): void {
  const { families, cpts, collected } = tree;
  collected.fill(1);
  families.forEach(({ clique, ontoCpt }, v) => {
    const { cpt } = variables[v]!;
    cpts[v] = cpt;
    multiplyProjected(collected, clique.offset, ontoCpt, cpt);
  });
  tree.affected.fill(1);
  collect(tree, collected);
}
