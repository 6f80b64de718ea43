import type { INetwork } from "bayesjs";
import type { BeliefNetwork } from "#science/belief/networks/index.ts";

/** The same network as bayesjs wants it: one object per row, keyed by state names. */
export function toBayesjs({ variables }: BeliefNetwork): INetwork {
  const statesOf = new Map(variables.map(({ name, states }) => [name, states]));
  const nodes = variables.map(({ name, states, parents, cpt }) => {
    const rowAt = (row: number) =>
      Object.fromEntries(states.map((state, i) => [state, cpt[row * states.length + i]!]));
    const configurations = parents.reduce<Record<string, string>[]>(
      (rows, parent) =>
        rows.flatMap((when) => statesOf.get(parent)!.map((state) => ({ ...when, [parent]: state }))),
      [{}],
    );
    const rows = configurations.map((when, row) => ({ when, then: rowAt(row) }));
    const node = {
      id: name,
      states: [...states],
      parents: [...parents],
      cpt: parents.length > 0 ? rows : rowAt(0),
    };
    return [name, node] as const;
  });
  return Object.fromEntries(nodes);
}
