import type { Scenario } from "#model/scenario.ts";
import { WrongUse } from "./failure.ts";

/** The scenario a person named on the command line; WrongUse lists those there are. */
export function scenarioNamed(scenarios: readonly Scenario[], name: string): Scenario {
  const named = scenarios.find(({ id }) => id === name);
  if (named) return named;
  const ids = scenarios.map(({ id }) => id).join(", ");
  throw new WrongUse(`no scenario "${name}"; one of ${ids} would be right`);
}
