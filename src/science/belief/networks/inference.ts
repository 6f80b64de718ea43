import { ImpossibleEvidence } from "./belief-error.ts";
import { smallestConflict } from "./conflict.ts";
import type { Evidence, Finding } from "./evidence.ts";
import { readEvidence } from "./evidence.ts";
import type { BeliefNetwork } from "./network.ts";
import { calibrate } from "./tree/calibrate.ts";
import type { CompileOptions, JunctionTree } from "./tree/junction-tree.ts";
import { compile } from "./tree/compile.ts";

/** Probabilities by variable and state. */
export type Posteriors = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What the evidence makes of a network; `logEvidence` is ln P(evidence), soft evidence weighing as it is scaled. */
export interface Inference {
  readonly posteriors: Posteriors;
  readonly logEvidence: number;
}

/**
 * Exact posteriors of every variable by the junction tree. Throws EvidenceInvalid, ImpossibleEvidence with a
 * smallest conflict, or NetworkTooLarge. For repeated questions `compile` once and `propagate`.
 */
export function infer(
  network: BeliefNetwork,
  evidence: Evidence = {},
  options: CompileOptions = {},
): Inference {
  const findings = readEvidence(network, evidence);
  const tree = compile(network, options);
  const logEvidence = propagate(tree, findings);
  return { posteriors: posteriorsOf(tree), logEvidence };
}

/**
 * Propagates findings through a compiled tree: afterwards `tree.posteriors` holds every posterior. Returns
 * ln P(findings); throws ImpossibleEvidence. Allocates nothing of the size of the tree
 * unless the evidence is near impossible.
 */
export function propagate(tree: JunctionTree, findings: readonly Finding[]): number {
  const logEvidence = calibrate(tree, findings);
  if (logEvidence === -Infinity) throw impossible(tree, findings);
  return logEvidence;
}

/** The refusal of findings that cannot hold together, with the smallest conflict among them. */
export function impossible(tree: JunctionTree, findings: readonly Finding[]): ImpossibleEvidence {
  const { findings: conflict, atLeast } = smallestConflict(tree.network, findings);
  return new ImpossibleEvidence(
    conflict.map(({ given }) => given),
    atLeast,
  );
}

/** The posteriors of the last propagation as plain objects. */
export function posteriorsOf({ network, posteriors, posteriorOffsets }: JunctionTree): Posteriors {
  const posteriorOf = (states: readonly string[], first: number) =>
    Object.fromEntries(states.map((state, i) => [state, posteriors[first + i]!]));
  return Object.fromEntries(
    network.variables.map(({ name, states }, v) => [name, posteriorOf(states, posteriorOffsets[v]!)]),
  );
}
