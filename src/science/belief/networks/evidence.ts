import type { GivenFinding } from "./belief-error.ts";
import { EvidenceInvalid } from "./belief-error.ts";
import type { BeliefNetwork, Variable } from "./network.ts";

/**
 * What is known: `hard` fixes states, `soft` gives the likelihood P(report | state) of every state of a variable
 * (virtual evidence, Pearl 1988), whose scale does not matter to the posteriors. A variable may have both.
 */
export interface Evidence {
  readonly hard?: Readonly<Record<string, string>>;
  readonly soft?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Evidence on one variable (an index), its largest likelihood scaled to 1 and the logarithm of the scale kept. */
export interface Finding {
  readonly variable: number;
  readonly likelihood: Float64Array;
  readonly logScale: number;
  readonly given: GivenFinding;
}

/** Finds variables by name: an index into `variables`, or EvidenceInvalid. */
export function variableFinder({ variables }: BeliefNetwork): (name: string) => number {
  const indexOf = new Map(variables.map(({ name }, index) => [name, index]));
  return (name) => {
    const index = indexOf.get(name);
    if (index !== undefined) return index;
    throw new EvidenceInvalid(
      `the network has no variable "${name}"`,
      `its variables are ${listed([...indexOf.keys()])}`,
    );
  };
}

/** Checks evidence against a network, hard findings first. Throws EvidenceInvalid. */
export function readEvidence(network: BeliefNetwork, evidence: Evidence): readonly Finding[] {
  const remedy = 'evidence is {"hard": {VARIABLE: STATE}, "soft": {VARIABLE: {STATE: LIKELIHOOD}}}';
  for (const [key, each] of Object.entries(evidence) as [string, unknown][]) {
    if (key !== "hard" && key !== "soft") throw new EvidenceInvalid(`evidence has the key "${key}"`, remedy);
    if (typeof each !== "object" || each === null || Array.isArray(each))
      throw new EvidenceInvalid(`"${key}" of the evidence is no object`, remedy);
  }
  const find = variableFinder(network);
  const { variables } = network;
  const hard = Object.entries(evidence.hard ?? {}).map(([name, state]) =>
    hardFinding(variables, find(name), state),
  );
  const soft = Object.entries(evidence.soft ?? {}).map(([name, each]) =>
    softFinding(variables, find(name), each),
  );
  return [...hard, ...soft];
}

/** A variable, by its index, in one of its states. */
export function hardFinding(variables: readonly Variable[], variable: number, state: string): Finding {
  const { name, states } = variables[variable]!;
  if (typeof state !== "string") {
    throw new EvidenceInvalid(
      `the state given for "${name}" is no string`,
      `its states are ${listed(states)}`,
    );
  }
  const index = states.indexOf(state);
  if (index < 0) throw unknownState(name, state, states);
  const likelihood = new Float64Array(states.length);
  likelihood[index] = 1;
  return { variable, likelihood, logScale: 0, given: { variable: name, state } };
}

function softFinding(
  variables: readonly Variable[],
  variable: number,
  vector: Readonly<Record<string, number>>,
): Finding {
  const { name, states } = variables[variable]!;
  if (typeof vector !== "object" || vector === null) {
    const remedy = "an object of one number per state is right";
    throw new EvidenceInvalid(`the likelihoods on "${name}" are no object`, remedy);
  }
  const alien = Object.keys(vector).find((state) => !states.includes(state));
  if (alien !== undefined) throw unknownState(name, alien, states);
  const given = states.map((state) => {
    const likelihood = Object.hasOwn(vector, state) ? vector[state] : undefined;
    if (likelihood === undefined) {
      throw new EvidenceInvalid(
        `the likelihoods on "${name}" lack the state "${state}"`,
        "give every state one",
      );
    }
    if (typeof likelihood !== "number" || !(likelihood >= 0 && likelihood < Infinity)) {
      const problem = `the likelihood of "${state}" on "${name}" is ${typeof likelihood === "string" ? JSON.stringify(likelihood) : likelihood}`;
      throw new EvidenceInvalid(problem, "a finite number ≥ 0 is right");
    }
    return likelihood;
  });
  const largest = Math.max(...given);
  if (largest === 0) {
    throw new EvidenceInvalid(`every likelihood on "${name}" is 0`, "at least one state must be possible");
  }
  const likelihood = Float64Array.from(given, (each) => each / largest);
  return {
    variable,
    likelihood,
    logScale: Math.log(largest),
    given: { variable: name, likelihood: { ...vector } },
  };
}

const unknownState = (variable: string, state: unknown, states: readonly string[]) =>
  new EvidenceInvalid(
    `"${variable}" has no state ${JSON.stringify(state)}`,
    `its states are ${listed(states)}`,
  );

const listed = (names: readonly string[]) =>
  names.length > 12 ? `${names.slice(0, 12).join(", ")}, … (${names.length})` : names.join(", ");
