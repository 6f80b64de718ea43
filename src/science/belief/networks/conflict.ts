import { ancestralNetwork } from "./ancestral-network.ts";
import type { Finding } from "./evidence.ts";
import { variableFinder } from "./evidence.ts";
import { smallestHittingSet } from "./hitting-set.ts";
import type { BeliefNetwork } from "./network.ts";
import { compile } from "./tree/compile.ts";
import { supportOf } from "./tree/support.ts";

/** Findings that cannot hold together, while any part of them can. */
export interface Conflict {
  readonly findings: readonly Finding[];
  /** No conflict has fewer findings: equal to `findings.length` where this one is proven to be a smallest. */
  readonly atLeast: number;
}

/** Table entries that the proof may visit: about a second. */
const PROOF_BUDGET = 2e8;
/** What one check costs besides its entries. */
const LEAST_COST = 200;

/**
 * A smallest set of findings that cannot hold together, given that all of them cannot. QuickXplain finds an irreducible
 * one; then maximal possible sets are collected until no smaller set could hit what each of them leaves out, which
 * every conflict must (Ignatiev et al. 2015, after Reiter 1987), or until a smaller conflict is met.
 */
export function smallestConflict(network: BeliefNetwork, findings: readonly Finding[]): Conflict {
  const { isPossible, entries } = possibilities(network, findings);
  let best = irreducible(
    isPossible,
    [],
    findings.map((_, i) => i),
    false,
  );
  const chosen = (atLeast: number) => ({ findings: best.map((i) => findings[i]!), atLeast });
  const leftOut: number[][] = [];
  let checks = Math.floor(PROOF_BUDGET / (entries + LEAST_COST));
  for (let atLeast = 1; ;) {
    const hitting = smallestHittingSet(leftOut, atLeast, best.length - 1);
    if (hitting === "none") return chosen(best.length);
    if (hitting === "unknown" || checks < findings.length) return chosen(atLeast);
    atLeast = Math.max(atLeast, hitting.length);
    checks -= findings.length;
    if (isPossible(hitting)) leftOut.push(withoutLargest(isPossible, hitting, findings.length));
    else best = hitting.toSorted((a, b) => a - b);
  }
}

type Possibility = (chosen: readonly number[]) => boolean;

/**
 * Possibility on the smallest tree that decides it: only ancestors of the findings matter, and a table without zeros
 * rules nothing out, so its variable needs no parents.
 */
function possibilities(network: BeliefNetwork, findings: readonly Finding[]) {
  const names = findings.map(({ given }) => given.variable);
  const { name, variables } = ancestralNetwork(network, names);
  const constraints = variables.map((variable) => {
    if (variable.cpt.includes(0)) return variable;
    return { ...variable, parents: [], cpt: new Float64Array(variable.states.length).fill(1) };
  });
  const reduced = ancestralNetwork({ name, variables: constraints }, names);
  const find = variableFinder(reduced);
  const own = findings.map((finding, i) => ({ ...finding, variable: find(names[i]!) }));
  const tree = compile(reduced);
  const supported = supportOf(tree);
  const isPossible: Possibility = (chosen) => supported(chosen.map((i) => own[i]!));
  return { isPossible, entries: tree.cliqueEntries };
}

/** What a maximal possible set that contains the given one leaves out. */
function withoutLargest(isPossible: Possibility, given: readonly number[], count: number): number[] {
  const kept = [...given];
  const leftOut: number[] = [];
  for (let i = 0; i < count; i++) {
    if (given.includes(i)) continue;
    if (isPossible([...kept, i])) kept.push(i);
    else leftOut.push(i);
  }
  return leftOut;
}

/** QuickXplain (Junker 2004): halves the candidates instead of dropping them one by one. */
function irreducible(
  isPossible: Possibility,
  background: readonly number[],
  candidates: readonly number[],
  backgroundGrew: boolean,
): readonly number[] {
  if (backgroundGrew && !isPossible(background)) return [];
  if (candidates.length <= 1) return candidates;
  const half = candidates.length >> 1;
  const [left, right] = [candidates.slice(0, half), candidates.slice(half)];
  const fromRight = irreducible(isPossible, [...background, ...left], right, true);
  const fromLeft = irreducible(isPossible, [...background, ...fromRight], left, fromRight.length > 0);
  return [...fromLeft, ...fromRight];
}
