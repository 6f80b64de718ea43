import { NetworkTooLarge } from "../belief-error.ts";
import type { BeliefNetwork } from "../network.ts";
import type { CliqueTree } from "./clique-tree.ts";
import { smallestCliqueTree } from "./elimination-search.ts";
import type { Clique, Place } from "./layout.ts";
import { layOut, placeIn, smallestHolders } from "./layout.ts";
import { familiesOf, moralGraph } from "./moral-graph.ts";
import type { Projection } from "./projection.ts";
import { projection } from "./projection.ts";

/**
 * A compiled network. Its layout is fixed; everything from `tables` on is working memory that every propagation
 * overwrites and none allocates. Variables are indices into `network.variables`.
 */
export interface JunctionTree {
  readonly network: BeliefNetwork;
  readonly stateCounts: readonly number[];
  /** Parents before their children. */
  readonly cliques: readonly Clique[];
  readonly cliqueEntries: number;
  /** Where each variable's conditional table is multiplied in. */
  readonly families: ReadonlyArray<{ readonly clique: Clique; readonly ontoCpt: Projection }>;
  /** Where the findings on each variable go in, and where its posterior is read off. */
  readonly homes: ReadonlyArray<{ readonly clique: Clique; readonly place: Place }>;
  readonly sources: readonly Place[];
  /** The conditional tables that are loaded, by variable. */
  readonly cpts: Float64Array[];
  /** All cliques, then all separators, calibrated without evidence. */
  readonly prior: Float64Array;
  readonly tables: Float64Array;
  /** Room for one separator. */
  readonly scratch: Float64Array;
  /** By clique, 1 where evidence has reached it and its neighbours have yet to be told. */
  readonly affected: Uint8Array;
  /** P(state | evidence) of variable v at posteriorOffsets[v] + state. */
  readonly posteriors: Float64Array;
  readonly posteriorOffsets: readonly number[];
}

export interface CompileOptions {
  /** Refuse trees whose tables need more; 2 GiB unless told. */
  readonly limitBytes?: number;
  /** A variable whose clique becomes a root, so that collecting alone answers it. */
  readonly root?: number;
}

const DEFAULT_LIMIT_BYTES = 2 ** 31;
/** Tables are addressed by 32-bit integers. */
const MOST_ENTRIES = 2 ** 31 - 1;

/** Lays out the tree of a network and its memory, tables not yet loaded. Throws NetworkTooLarge before allocating. */
export function emptyTree(network: BeliefNetwork, options: CompileOptions): JunctionTree {
  const families = familiesOf(network);
  const graph = moralGraph(network, families);
  const tree = smallestCliqueTree(graph);
  refuseTooLarge(tree, options.limitBytes ?? DEFAULT_LIMIT_BYTES);
  const { stateCounts, size } = graph;
  const cliques = layOut(tree, stateCounts, options.root);
  const separators = cliques.flatMap(({ separator }) => separator ?? []);
  const posteriorOffsets: number[] = [];
  const stateTotal = stateCounts.reduce((total, count, v) => (posteriorOffsets[v] = total) + count, 0);
  const entries = tree.cliqueEntries + tree.separatorEntries;
  return {
    network,
    stateCounts,
    cliques,
    cliqueEntries: tree.cliqueEntries,
    families: familyHomes(cliques, families, stateCounts),
    homes: smallestHolders(cliques, size).map((clique, v) => ({
      clique,
      place: placeIn(clique, v, stateCounts),
    })),
    sources: smallestHolders([...separators, ...cliques], size).map((table, v) =>
      placeIn(table, v, stateCounts),
    ),
    cpts: [],
    prior: new Float64Array(entries),
    tables: new Float64Array(entries),
    scratch: new Float64Array(separators.reduce((most, each) => Math.max(most, each.size), 0)),
    affected: new Uint8Array(cliques.length),
    posteriors: new Float64Array(stateTotal),
    posteriorOffsets,
  };
}

function refuseTooLarge({ cliqueEntries, separatorEntries }: CliqueTree, limitBytes: number): void {
  const entries = 2 * (cliqueEntries + separatorEntries);
  const bytes = entries * Float64Array.BYTES_PER_ELEMENT;
  if (bytes <= limitBytes && entries <= MOST_ENTRIES) return;
  throw new NetworkTooLarge({ entries: cliqueEntries, bytes, limitBytes });
}

/** Each family lies within a clique, because its members are all joined in the moral graph; take the smallest. */
function familyHomes(
  cliques: readonly Clique[],
  families: ReadonlyArray<readonly number[]>,
  stateCounts: readonly number[],
): JunctionTree["families"] {
  const holding = stateCounts.map((): Clique[] => []);
  for (const clique of cliques.toSorted((a, b) => a.size - b.size)) {
    for (const v of clique.variables) holding[v]!.push(clique);
  }
  return families.map((family, v) => {
    const clique = holding[v]!.find(({ variables }) => family.every((member) => variables.includes(member)))!;
    return { clique, ontoCpt: projection(clique.variables, family, stateCounts) };
  });
}
