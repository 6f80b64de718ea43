import type { Evidence, Finding } from "./evidence.ts";
import { readEvidence } from "./evidence.ts";
import { impossible, propagate } from "./inference.ts";
import type { BeliefNetwork } from "./network.ts";
import type { CompileOptions, JunctionTree } from "./tree/junction-tree.ts";
import { compile } from "./tree/compile.ts";
import { maximise } from "./tree/max-propagation.ts";
import { familiesOf } from "./tree/moral-graph.ts";

/** The likeliest state of all variables together, under the evidence. */
export interface MostProbable {
  readonly assignment: Readonly<Record<string, string>>;
  /** ln P(assignment, evidence), soft evidence weighing as it is scaled. */
  readonly logProbability: number;
  /** P(assignment | evidence): often tiny, because it speaks of every variable at once. */
  readonly posterior: number;
}

/**
 * The most probable explanation, exact by max-propagation (Dawid 1992); of equally probable ones the same every
 * time. It need not hold the likeliest state of each variable by itself. Throws as `infer` does.
 */
export function mostProbable(
  network: BeliefNetwork,
  evidence: Evidence = {},
  options: CompileOptions = {},
): MostProbable {
  const findings = readEvidence(network, evidence);
  const tree = compile(network, options);
  const logEvidence = propagate(tree, findings);
  const states = maximise(tree, findings);
  if (!states) throw impossible(tree, findings);
  const logProbability = logJoint(tree, states, findings);
  const named = network.variables.map(({ name, states: names }, v) => [name, names[states[v]!]!] as const);
  return {
    assignment: Object.fromEntries(named),
    logProbability,
    posterior: Math.exp(logProbability - logEvidence),
  };
}

/** ln P(states, findings), term by term from the tables. */
function logJoint({ network, stateCounts }: JunctionTree, states: Int32Array, findings: readonly Finding[]) {
  const logPrior = familiesOf(network).reduce((sum, family, v) => {
    const entry = family.reduce((at, member) => at * stateCounts[member]! + states[member]!, 0);
    return sum + Math.log(network.variables[v]!.cpt[entry]!);
  }, 0);
  return findings.reduce(
    (sum, { variable, likelihood, logScale }) => sum + Math.log(likelihood[states[variable]!]!) + logScale,
    logPrior,
  );
}
