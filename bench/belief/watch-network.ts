import type { BeliefNetwork, Evidence, VariableDefinition } from "#science/belief/networks/index.ts";
import { defineNetwork } from "#science/belief/networks/index.ts";
import type { Random } from "#science/numbers/index.ts";
import { dirichletDraw, randomStream } from "#science/numbers/index.ts";

const LEVELS = ["normal", "raised", "high", "extreme", "unknown"];

/**
 * A network of the shape and size a watch has: drivers, scenarios that depend on drivers and on each other,
 * indicators of one or two scenarios, and reports on indicators. 75 to 100 variables, tables at random.
 */
export function watchNetwork(seed: number): BeliefNetwork {
  const random = randomStream(`watch ${seed}`);
  const definitions: VariableDefinition[] = [];
  const add = (name: string, states: string[], parents: VariableDefinition[]): VariableDefinition => {
    const rowCount = parents.reduce((product, parent) => product * parent.states.length, 1);
    const rows = Array.from({ length: rowCount }, () =>
      dirichletDraw(random, new Float64Array(states.length).fill(1)),
    );
    const definition = { name, states, parents: parents.map((parent) => parent.name), rows };
    definitions.push(definition);
    return definition;
  };
  const drivers = Array.from({ length: 6 }, (_, i) => add(`driver${i}`, ["falling", "steady", "rising"], []));
  const scenarios: VariableDefinition[] = [];
  for (let i = 0; i < 4; i++) {
    const above = [...some(random, drivers, 2), ...scenarios.slice(-1)];
    scenarios.push(add(`scenario${i}`, ["dormant", "building", "critical"], above));
  }
  const indicators = Array.from({ length: 30 }, (_, i) =>
    add(`indicator${i}`, LEVELS, some(random, scenarios, random() < 0.3 ? 2 : 1)),
  );
  const reportCount = 35 + Math.floor(random() * 26);
  for (let i = 0; i < reportCount; i++) {
    const reported = i < indicators.length ? [indicators[i]!] : some(random, indicators, 1);
    add(`report${i}`, ["for", "against", "silent"], reported);
  }
  return defineNetwork(`watch ${seed}`, definitions);
}

/** Two reports in three are in, every second of them as likelihoods. */
export function watchReports({ variables }: BeliefNetwork, seed: number): Evidence {
  const random = randomStream(`reports ${seed}`);
  const reports = variables.filter(({ name }, v) => name.startsWith("report") && v % 3 !== 0);
  const hard = reports
    .filter((_, i) => i % 2 === 0)
    .map(({ name, states }) => [name, some(random, states, 1)[0]!]);
  const soft = reports
    .filter((_, i) => i % 2 === 1)
    .map(({ name, states }) => [name, Object.fromEntries(states.map((state) => [state, random()]))]);
  return { hard: Object.fromEntries(hard), soft: Object.fromEntries(soft) };
}

function some<T>(random: Random, items: readonly T[], count: number): T[] {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
}
