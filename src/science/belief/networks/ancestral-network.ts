import type { BeliefNetwork } from "./network.ts";

/** The variables named and all their ancestors: the rest sums to 1 and cannot matter. */
export function ancestralNetwork(network: BeliefNetwork, names: readonly string[]): BeliefNetwork {
  const byName = new Map(network.variables.map((variable) => [variable.name, variable]));
  const reached = new Set(names);
  for (const name of reached) for (const parent of byName.get(name)!.parents) reached.add(parent);
  return { name: network.name, variables: network.variables.filter(({ name }) => reached.has(name)) };
}
