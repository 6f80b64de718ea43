import fc from "fast-check";
import { dirichletDraw, randomStream } from "#science/numbers/index.ts";
import type { Evidence, Finding } from "../evidence.ts";
import type { BeliefNetwork, VariableDefinition } from "../network.ts";
import { defineNetwork } from "../network.ts";

/** Up to seven variables of one to three states, arcs from earlier to later, a third of all rows deterministic. */
export const smallNetworks = fc
  .record({
    stateCounts: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 7 }),
    arcs: fc.infiniteStream(fc.boolean()),
    seed: fc.integer(),
  })
  .map(({ stateCounts, arcs, seed }) => {
    const random = randomStream(seed);
    const definitions = stateCounts.map((count, v): VariableDefinition => {
      const parents = stateCounts.flatMap((_, u) => (u < v && arcs.next().value ? [u] : []));
      const rowCount = parents.reduce((product, u) => product * stateCounts[u]!, 1);
      const rows = Array.from({ length: rowCount }, () => {
        const certain = random() < 1 / 3 ? Math.floor(random() * count) : -1;
        const draw = dirichletDraw(random, new Float64Array(count).fill(1));
        return certain < 0 ? draw : draw.map((_, state) => (state === certain ? 1 : 0));
      });
      const states = Array.from({ length: count }, (_, state) => `s${state}`);
      return { name: `v${v}`, states, parents: parents.map((u) => `v${u}`), rows };
    });
    return defineNetwork("small", random() < 0.5 ? definitions : definitions.toReversed());
  });

/** With hard evidence, likelihoods, both or none on every variable. */
export const networksWithEvidence = smallNetworks.chain((network) =>
  fc.record({
    network: fc.constant(network),
    evidence: fc
      .record({
        kinds: fc.array(fc.constantFrom("hard", "soft", "both", "none"), {
          minLength: network.variables.length,
          maxLength: network.variables.length,
        }),
        seed: fc.integer(),
      })
      .map(({ kinds, seed }): Evidence => evidenceOf(network, kinds, seed)),
  }),
);

function evidenceOf({ variables }: BeliefNetwork, kinds: readonly string[], seed: number): Evidence {
  const random = randomStream(seed);
  const hard: Record<string, string> = {};
  const soft: Record<string, Record<string, number>> = {};
  variables.forEach(({ name, states }, v) => {
    const chosen = states[Math.floor(random() * states.length)]!;
    if (kinds[v] === "hard" || kinds[v] === "both") hard[name] = chosen;
    if (kinds[v] === "soft" || kinds[v] === "both") {
      soft[name] = Object.fromEntries(
        states.map((s) => [s, s === chosen || random() < 0.8 ? 3 * random() + 1e-3 : 0]),
      );
    }
  });
  return { hard, soft };
}

/** Every entry of the joint distribution: the states of all variables, and P(states, findings). */
export function jointEntries(
  { variables }: BeliefNetwork,
  findings: readonly Finding[],
): { readonly states: readonly number[]; readonly weight: number }[] {
  const indexOf = new Map(variables.map(({ name }, v) => [name, v]));
  const all = variables.reduce<number[][]>(
    (rows, { states }) => rows.flatMap((row) => states.map((_, state) => [...row, state])),
    [[]],
  );
  return all.map((states) => {
    const joint = variables.reduce((product, { parents, states: own, cpt }, u) => {
      const row = parents.reduce((index, parent) => {
        const p = indexOf.get(parent)!;
        return index * variables[p]!.states.length + states[p]!;
      }, 0);
      return product * cpt[row * own.length + states[u]!]!;
    }, 1);
    const weight = findings.reduce(
      (product, { variable, likelihood, logScale }) =>
        product * likelihood[states[variable]!]! * Math.exp(logScale),
      joint,
    );
    return { states, weight };
  });
}

/** What the junction tree must equal: sums over the joint distribution. */
export function enumerate(network: BeliefNetwork, findings: readonly Finding[]) {
  const marginals = network.variables.map(({ states }) => new Float64Array(states.length));
  let total = 0;
  for (const { states, weight } of jointEntries(network, findings)) {
    total += weight;
    states.forEach((state, v) => (marginals[v]![state]! += weight));
  }
  return { total, posteriors: marginals.map((marginal) => marginal.map((weight) => weight / total)) };
}
