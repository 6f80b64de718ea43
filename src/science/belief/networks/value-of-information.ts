import type { ByState } from "./by-state.ts";
import { byState, logOdds } from "./by-state.ts";
import type { Evidence, Finding } from "./evidence.ts";
import { hardFinding, readEvidence, variableFinder } from "./evidence.ts";
import { propagate } from "./inference.ts";
import type { BeliefNetwork } from "./network.ts";
import type { CompileOptions } from "./tree/junction-tree.ts";
import { compile } from "./tree/compile.ts";

/** What learning the state of one variable is expected to do to the query. */
export interface InformationValue {
  readonly variable: string;
  /** Expected fall of the query's entropy: their mutual information, in nats. */
  readonly entropyReduction: number;
  /** Expected fall of the query's own expected Brier score, Σ p(1 − p). */
  readonly brierReduction: number;
  /** Expected absolute shift of the log-odds of each state of the query, in nats. */
  readonly logOddsShift: ByState;
}

export interface ValueOfInformation {
  readonly query: string;
  readonly posterior: ByState;
  /** Entropy of the query as it stands, in nats: no observation can take away more. */
  readonly entropy: number;
  /** Every variable that has no hard finding, the most telling first. */
  readonly values: readonly InformationValue[];
}

/**
 * Ranks what is not observed by how much observing it would tell about a query (Lindley 1956). One propagation per
 * state of the query: P(query, y) = P(query) P(y | query) for all variables y at once. Throws as `infer` does.
 */
export function valueOfInformation(
  network: BeliefNetwork,
  query: string,
  evidence: Evidence = {},
  options: CompileOptions = {},
): ValueOfInformation {
  const target = variableFinder(network)(query);
  const findings = readEvidence(network, evidence);
  const tree = compile(network, options);
  propagate(tree, findings);
  const { states } = network.variables[target]!;
  const first = tree.posteriorOffsets[target]!;
  const posterior = tree.posteriors.slice(first, first + states.length);
  const joint = states.map((state, k) => {
    if (posterior[k] === 0) return new Float64Array(tree.posteriors.length);
    propagate(tree, [...findings, hardFinding(network.variables, target, state)]);
    return tree.posteriors.map((p) => p * posterior[k]!);
  });
  const isOpen = (v: number) => v !== target && !findings.some((each) => each.variable === v && isHard(each));
  const values = network.variables.flatMap(({ name, states: own }, v): InformationValue[] => {
    if (!isOpen(v)) return [];
    const at = tree.posteriorOffsets[v]!;
    const columns = own.map((_, y) => Float64Array.from(joint, (row) => row[at + y]!));
    return [{ variable: name, ...valueOf(columns, posterior, states) }];
  });
  values.sort((a, b) => b.entropyReduction - a.entropyReduction || (a.variable < b.variable ? -1 : 1));
  return { query, posterior: byState(states, posterior), entropy: entropyOf(posterior), values };
}

const isHard = ({ likelihood }: Finding) => likelihood.filter((each) => each > 0).length === 1;

/** From P(query, y), one column for each state y. */
function valueOf(columns: readonly Float64Array[], prior: Float64Array, states: readonly string[]) {
  const before = logOdds(prior);
  const shift = new Float64Array(prior.length);
  let [entropy, brier] = [entropyOf(prior), expectedBrier(prior)];
  for (const column of columns) {
    const weight = column.reduce((sum, p) => sum + p, 0);
    if (weight === 0) continue;
    const posterior = column.map((p) => p / weight);
    entropy -= weight * entropyOf(posterior);
    brier -= weight * expectedBrier(posterior);
    logOdds(posterior).forEach((odds, k) => (shift[k]! += weight * Math.abs(odds - before[k]!)));
  }
  return {
    entropyReduction: Math.max(0, entropy),
    brierReduction: Math.max(0, brier),
    logOddsShift: byState(states, shift),
  };
}

const entropyOf = (distribution: Float64Array) =>
  distribution.reduce((sum, p) => (p === 0 ? sum : sum - p * Math.log(p)), 0);

const expectedBrier = (distribution: Float64Array) => distribution.reduce((sum, p) => sum + p * (1 - p), 0);
