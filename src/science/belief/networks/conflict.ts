import type { Finding } from "./evidence.ts";
import { calibrate } from "./tree/calibrate.ts";
import type { JunctionTree } from "./tree/junction-tree.ts";
import { isPossible } from "./tree/support.ts";

/** Pairs are tried one finding at a time while that stays within about a second of propagation. */
const PAIR_BUDGET = 1e8;

/**
 * A smallest set of findings that cannot hold together, given that all of them cannot: one alone if there is one,
 * else a pair (in trees where trying all is cheap), else a set no part of which is impossible.
 */
export function smallestConflict(tree: JunctionTree, findings: readonly Finding[]): readonly Finding[] {
  const tryPairs = tree.cliqueEntries * findings.length <= PAIR_BUDGET;
  for (const given of [[], ...(tryPairs ? findings.map((finding) => [finding]) : [])]) {
    const contradicted = contradictionTo(tree, given, findings);
    if (contradicted) return [...given, contradicted];
  }
  return explainConflict(tree, [], findings, false);
}

/** The first finding that has no mass left once others, which are possible, are given. */
function contradictionTo(tree: JunctionTree, given: readonly Finding[], findings: readonly Finding[]) {
  calibrate(tree, given);
  const massless = findings.filter(({ variable, likelihood }) => {
    const first = tree.posteriorOffsets[variable]!;
    return likelihood.every((each, state) => each * tree.posteriors[first + state]! === 0);
  });
  return massless.find((finding) => !isPossible(tree, [...given, finding]));
}

/** QuickXplain (Junker 2004): halves the candidates instead of dropping them one by one. */
function explainConflict(
  tree: JunctionTree,
  background: readonly Finding[],
  candidates: readonly Finding[],
  backgroundGrew: boolean,
): readonly Finding[] {
  if (backgroundGrew && !isPossible(tree, background)) return [];
  if (candidates.length <= 1) return candidates;
  const half = candidates.length >> 1;
  const [left, right] = [candidates.slice(0, half), candidates.slice(half)];
  const fromRight = explainConflict(tree, [...background, ...left], right, true);
  const fromLeft = explainConflict(tree, [...background, ...fromRight], left, fromRight.length > 0);
  return [...fromLeft, ...fromRight];
}
