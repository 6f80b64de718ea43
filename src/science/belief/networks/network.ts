import { NetworkInvalid } from "./belief-error.ts";
import { normaliseRow } from "./row.ts";

/**
 * A discrete variable and its conditional probability table: P(state | row) at cpt[row × states + state], where
 * rows count through the parents' states with the last parent fastest, and every row sums to 1.
 */
export interface Variable {
  readonly name: string;
  readonly states: readonly string[];
  readonly parents: readonly string[];
  readonly cpt: Float64Array;
}

/** A discrete Bayesian network: acyclic, complete and normalised, because only `defineNetwork` makes one. */
export interface BeliefNetwork {
  readonly name: string;
  readonly variables: readonly Variable[];
}

/** A variable as its author gives it: one row of probabilities per parent configuration, last parent fastest. */
export interface VariableDefinition {
  readonly name: string;
  readonly states: readonly string[];
  readonly parents: readonly string[];
  readonly rows: ReadonlyArray<ArrayLike<number> | undefined>;
}

/**
 * Checks and normalises a network. Throws NetworkInvalid, naming variable and row, on duplicate or unknown names,
 * cycles, missing or ill-sized rows, entries that are no probabilities, and rows further than 1e-3 from 1.
 */
export function defineNetwork(name: string, definitions: readonly VariableDefinition[]): BeliefNetwork {
  const byName = new Map<string, VariableDefinition>();
  for (const definition of definitions) {
    refuseBadStates(definition);
    if (byName.has(definition.name)) {
      const at = { variable: definition.name };
      throw new NetworkInvalid("duplicate-variable", at, `"${at.variable}" is defined twice`, "keep one");
    }
    byName.set(definition.name, definition);
  }
  for (const definition of definitions) refuseBadParents(definition, byName);
  refuseCycles(definitions, byName);
  return { name, variables: definitions.map((definition) => withTable(definition, byName)) };
}

function refuseBadStates({ name, states }: VariableDefinition): void {
  const at = { variable: name };
  if (states.length === 0) {
    throw new NetworkInvalid("no-states", at, `"${name}" has no states`, "give it at least one");
  }
  const twice = firstRepeated(states);
  if (twice !== undefined) {
    const problem = `"${name}" has the state "${twice}" twice`;
    throw new NetworkInvalid("duplicate-state", at, problem, "every state of a variable needs its own name");
  }
}

function refuseBadParents({ name, parents }: VariableDefinition, known: ReadonlyMap<string, unknown>): void {
  const at = { variable: name };
  const twice = firstRepeated(parents);
  if (twice !== undefined) {
    throw new NetworkInvalid(
      "duplicate-parent",
      at,
      `"${name}" has the parent "${twice}" twice`,
      "name it once",
    );
  }
  const unknown = parents.find((parent) => !known.has(parent));
  if (unknown !== undefined) {
    const problem = `"${name}" has the parent "${unknown}", which is not a variable`;
    throw new NetworkInvalid("unknown-parent", at, problem, `define "${unknown}" or take it out`);
  }
}

const firstRepeated = (names: readonly string[]) => {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
};

/** Takes away variables whose parents are gone (Kahn 1962); what is left holds a cycle, found by walking up. */
function refuseCycles(
  definitions: readonly VariableDefinition[],
  byName: ReadonlyMap<string, VariableDefinition>,
): void {
  const waiting = new Map(definitions.map(({ name, parents }) => [name, parents.length]));
  const children = Map.groupBy(
    definitions.flatMap(({ name, parents }) => parents.map((parent) => ({ parent, name }))),
    ({ parent }) => parent,
  );
  const free = definitions.filter(({ parents }) => parents.length === 0).map(({ name }) => name);
  for (let name = free.pop(); name !== undefined; name = free.pop()) {
    waiting.delete(name);
    for (const { name: child } of children.get(name) ?? []) {
      const left = waiting.get(child)! - 1;
      waiting.set(child, left);
      if (left === 0) free.push(child);
    }
  }
  const [stuck] = waiting.keys();
  if (stuck === undefined) return;
  const path = [stuck];
  for (;;) {
    const above = byName.get(path.at(-1)!)!.parents.find((parent) => waiting.has(parent))!;
    const start = path.indexOf(above);
    path.push(above);
    if (start < 0) continue;
    const cycle = path.slice(start).reverse().join(" → ");
    throw new NetworkInvalid(
      "cycle",
      { variable: above },
      `the arcs form a cycle: ${cycle}`,
      "remove one of them",
    );
  }
}

function withTable(
  definition: VariableDefinition,
  byName: ReadonlyMap<string, VariableDefinition>,
): Variable {
  const { name, states, parents, rows } = definition;
  const parentStates = parents.map((parent) => byName.get(parent)!.states);
  const rowCount = parentStates.reduce((product, each) => product * each.length, 1);
  refuseLargeTable(name, states.length * rowCount);
  const at = (row: number) => ({ variable: name, row });
  const label = (row: number) => rowLabel(name, parents, parentStates, row);
  if (rows.length > rowCount) {
    const problem = `"${name}" has ${rows.length} rows`;
    throw new NetworkInvalid(
      "row-length",
      { variable: name },
      problem,
      `its parents have ${rowCount} configurations`,
    );
  }
  const cpt = new Float64Array(rowCount * states.length);
  for (let row = 0; row < rowCount; row++) {
    const given = rows[row];
    if (given === undefined) {
      throw new NetworkInvalid(
        "missing-row",
        at(row),
        `${label(row)} is missing`,
        "give every parent configuration a row",
      );
    }
    const fault = normaliseRow(given, cpt.subarray(row * states.length, (row + 1) * states.length));
    if (fault) throw new NetworkInvalid(fault.fault, at(row), `${label(row)} ${fault.problem}`, fault.remedy);
  }
  return { name, states: [...states], parents: [...parents], cpt };
}

/** Entries that one conditional table may have: 2 GiB of them. */
const MOST_TABLE_ENTRIES = 2 ** 28;

/** Throws NetworkInvalid before a table of that size is made. */
export function refuseLargeTable(variable: string, entries: number): void {
  if (entries <= MOST_TABLE_ENTRIES) return;
  throw new NetworkInvalid(
    "table-too-large",
    { variable },
    `the table of "${variable}" would have ${entries.toPrecision(3)} entries`,
    `at most ${MOST_TABLE_ENTRIES} are possible: give it fewer parents or states`,
  );
}

/** "the row (yes, low) of "X"", or "the table of "X"" for a variable without parents. */
function rowLabel(
  name: string,
  parents: readonly string[],
  parentStates: ReadonlyArray<readonly string[]>,
  row: number,
): string {
  if (parents.length === 0) return `the table of "${name}"`;
  let rest = row;
  const labels = parentStates.toReversed().map((states) => {
    const state = states[rest % states.length]!;
    rest = Math.floor(rest / states.length);
    return state;
  });
  return `the row (${labels.toReversed().join(", ")}) of "${name}"`;
}
