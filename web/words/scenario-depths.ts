import type { Scenario } from "#model/scenario.ts";

type Bound = Pick<Scenario, "id"> & {
  readonly gates: readonly { readonly on: string }[];
  readonly influences: readonly { readonly from: string }[];
};

/** How many steps each scenario stands from one that depends on nothing; a watch holds no cycles. */
export function depthsOf(scenarios: readonly Bound[]): Map<string, number> {
  const depths = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const parents = parentsOf(scenarios.find((one) => one.id === id));
    const depth = parents.length === 0 ? 0 : 1 + Math.max(...parents.map(depthOf));
    depths.set(id, depth);
    return depth;
  };
  for (const { id } of scenarios) depthOf(id);
  return depths;
}

/** The scenarios one hangs on, gates first. */
export function parentsOf(scenario: Bound | undefined): string[] {
  if (!scenario) return [];
  return [...scenario.gates.map(({ on }) => on), ...scenario.influences.map(({ from }) => from)];
}
