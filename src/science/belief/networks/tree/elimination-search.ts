import { randomStream } from "#science/numbers/index.ts";
import type { CliqueTree } from "./clique-tree.ts";
import { cliqueTree, relieveLargeCliques } from "./clique-tree.ts";
import type { Recipe } from "./elimination.ts";
import { eliminate } from "./elimination.ts";
import type { MoralGraph } from "./moral-graph.ts";

/** Each heuristic as it stands; weight first, because it is cheap and bounds the others. */
const PLAIN: readonly Recipe[] = [
  { heuristic: "weight", noise: 0 },
  { heuristic: "fill", noise: 0 },
  { heuristic: "weighted-fill", noise: 0 },
  { heuristic: "size", noise: 0 },
];
const BLURRED: readonly Recipe[] = [
  { heuristic: "fill", noise: 0.3 },
  { heuristic: "weighted-fill", noise: 0.1 },
  { heuristic: "weight", noise: 0 },
  { heuristic: "weighted-fill", noise: 0.3 },
  { heuristic: "fill", noise: 0.6 },
  { heuristic: "weight", noise: 0.1 },
];

/** In words, each of which takes about as long as a table entry in a propagation: from 1 ms to 300 ms in all. */
const LEAST_EFFORT = 1e5;
const MOST_EFFORT = 3e7;
const MOST_EFFORT_PER_ORDER = 1e7;
/** No other order brings a tree of more entries than this, some petabytes, within reach. */
const HOPELESS_ENTRIES = 1e15;

/**
 * The clique tree with the fewest table entries over many greedy orders (stochastic greedy search, Kask et al. 2011).
 * A recipe that improves the tree is tried again, otherwise the next one has its turn; the search ends when it has
 * cost about as much as a propagation in the best tree found. The same graph always gives the same tree.
 */
export function smallestCliqueTree(graph: MoralGraph): CliqueTree {
  const random = randomStream("elimination");
  let effort = 0;
  const attempt = (recipe: Recipe, best?: CliqueTree): CliqueTree | undefined => {
    const limits = best
      ? { entries: 2 * best.cliqueEntries, effort: MOST_EFFORT_PER_ORDER }
      : { entries: Infinity, effort: Infinity };
    const elimination = eliminate(graph, recipe, random, limits);
    effort += elimination.effort;
    if (!elimination.complete) return undefined;
    const tree = cliqueTree(elimination, graph.stateCounts);
    return best && best.cliqueEntries <= tree.cliqueEntries ? undefined : tree;
  };
  const [first, ...others] = PLAIN;
  let best = attempt(first!)!;
  if (best.cliqueEntries > HOPELESS_ENTRIES) return best;
  for (const recipe of others) best = attempt(recipe, best) ?? best;
  const allowed = () => Math.min(MOST_EFFORT, LEAST_EFFORT + best.cliqueEntries);
  for (let turn = 0; effort < allowed();) {
    const better = attempt(BLURRED[turn % BLURRED.length]!, best);
    if (better) best = better;
    else turn++;
  }
  return relieveLargeCliques(best, graph.stateCounts);
}
