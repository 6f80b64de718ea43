import { randomStream } from "#science/numbers/index.ts";
import { ancestralNetwork } from "./ancestral-network.ts";
import type { GivenFinding } from "./belief-error.ts";
import type { ByState } from "./by-state.ts";
import { byState, logOdds } from "./by-state.ts";
import type { Evidence, Finding } from "./evidence.ts";
import { readEvidence, variableFinder } from "./evidence.ts";
import { impossible } from "./inference.ts";
import type { BeliefNetwork } from "./network.ts";
import type { Worth } from "../shapley.ts";
import { exactShapley, permutationShapley } from "../shapley.ts";
import { addToRoot, calibrateRoot } from "./tree/calibrate.ts";
import type { JunctionTree } from "./tree/junction-tree.ts";
import { compile } from "./tree/compile.ts";
import { placeIn } from "./tree/layout.ts";
import { enterFindings, readPosterior } from "./tree/propagation.ts";

/** What one finding does to the log-odds (in nats) of each state of the query. */
export interface Contribution {
  readonly finding: GivenFinding;
  /** Weight of evidence: log-odds with all findings less log-odds without this one. Good 1950. */
  readonly weight: ByState;
  /** Its Shapley share of the way from prior to posterior; over all findings these add up to `shift`. */
  readonly shapley: ByState;
}

export interface Explanation {
  readonly query: string;
  readonly prior: ByState;
  readonly posterior: ByState;
  /** Posterior less prior log-odds of each state. */
  readonly shift: ByState;
  readonly contributions: readonly Contribution[];
  /** How the Shapley values were found: over all coalitions, or over this many random orders. */
  readonly shapley: "exact" | { readonly orders: number };
}

export interface ExplainOptions {
  readonly limitBytes?: number;
  /** Random orders for the Shapley values: 200, fewer in very large trees. */
  readonly orders?: number;
  readonly seed?: number | string;
}

const DEFAULT_ORDERS = 200;
/** Table entries that the default number of orders may visit: some seconds. */
const ENTRY_BUDGET = 1e9;

/**
 * Why a variable's posterior is what it is: prior, posterior, and what every finding contributes in log-odds.
 * Throws as `infer` does, and EvidenceInvalid where the network has no such variable.
 */
export function explainQuery(
  network: BeliefNetwork,
  query: string,
  evidence: Evidence = {},
  options: ExplainOptions = {},
): Explanation {
  const { tree, root, findings } = rootedAt(network, query, evidence, options);
  const { states } = tree.network.variables[root]!;
  const place = placeIn(tree.cliques[0]!, root, tree.stateCounts);
  const first = tree.posteriorOffsets[root]!;
  const ask = (chosen: readonly Finding[]): Float64Array => {
    if (calibrateRoot(tree, chosen) === -Infinity) throw impossible(tree, chosen);
    readPosterior(tree, root, place);
    return tree.posteriors.slice(first, first + states.length);
  };
  const named = (values: Float64Array) => byState(states, values);
  let entered: readonly boolean[] | undefined;
  // An order adds one finding after the other: what is in the tree already stays there.
  const worth: Worth = (coalition) => {
    const grows = entered?.every((was, i) => !was || coalition[i]) ?? false;
    if (!grows) enterFindings(tree, []);
    const added = findings.filter((_, i) => coalition[i] && !(grows && entered![i]));
    entered = addToRoot(tree, added) ? [...coalition] : undefined;
    if (!entered) return logOdds(ask(findings.filter((_, i) => coalition[i])));
    readPosterior(tree, root, place);
    return logOdds(tree.posteriors.slice(first, first + states.length));
  };
  const [posterior, prior] = [ask(findings), ask([])];
  const [all, none] = [logOdds(posterior), logOdds(prior)];
  const { values, method } = shapleyValues(findings.length, worth, tree.cliqueEntries, options);
  const contributions = findings.map(({ given }, i): Contribution => {
    const without = worth(findings.map((_, j) => j !== i));
    return { finding: given, weight: named(difference(all, without)), shapley: named(values[i]!) };
  });
  return {
    query,
    prior: named(prior),
    posterior: named(posterior),
    shift: named(difference(all, none)),
    contributions,
    shapley: method,
  };
}

const difference = (a: Float64Array, b: Float64Array) => a.map((value, k) => value - b[k]!);

/** Compiles what bears on the query, its clique the root; findings are on the variables of that smaller network. */
function rootedAt(network: BeliefNetwork, query: string, evidence: Evidence, options: ExplainOptions) {
  variableFinder(network)(query);
  const given = readEvidence(network, evidence).map((finding) => finding.given.variable);
  const relevant = ancestralNetwork(network, [query, ...given]);
  const root = variableFinder(relevant)(query);
  const tree: JunctionTree = compile(relevant, { ...options, root });
  return { tree, root, findings: readEvidence(relevant, evidence) };
}

function shapleyValues(players: number, worth: Worth, entries: number, { orders, seed }: ExplainOptions) {
  const affordable = Math.floor(ENTRY_BUDGET / (entries * Math.max(1, players)));
  const count = orders ?? Math.max(2, Math.min(DEFAULT_ORDERS, affordable));
  if (players <= 20 && 2 ** players <= Math.max(1, count * players)) {
    return { values: exactShapley(players, worth), method: "exact" as const };
  }
  const values = permutationShapley(players, worth, count, randomStream(seed ?? "shapley"));
  return { values, method: { orders: count } };
}
