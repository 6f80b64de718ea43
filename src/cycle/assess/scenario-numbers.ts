import { STATES, type Scenario } from "#model/scenario.ts";
import type { Watch } from "#model/watch.ts";
import { rowsFromDwell, type ParameterSpread, type ScenarioModel } from "#science/belief/index.ts";

/** The watch's scenarios as the numbers of the engine; scenarios keep their order. */
export function scenarioModel({ scenarios }: Pick<Watch, "scenarios">): ScenarioModel {
  const indexOf = (id: string): number => scenarios.findIndex((scenario) => scenario.id === id);
  return { scenarios: scenarios.map((scenario) => numbersOf(scenario, indexOf)) };
}

function numbersOf(
  { prior, dwellMonths, upShare, gates, influences }: Scenario,
  indexOf: (id: string) => number,
): ScenarioModel["scenarios"][number] {
  return {
    prior: [prior.dormant, prior.building, prior.critical],
    rows: rowsFromDwell([dwellMonths.dormant, dwellMonths.building, dwellMonths.critical], upShare),
    gates: gates.map(({ on, atLeast, epsilon }) => ({
      on: indexOf(on),
      atLeast: atLeast === "critical" ? 2 : 1,
      epsilon: epsilon.mean,
    })),
    influences: influences.map(({ from, when, oddsUp }) => ({
      from: indexOf(from),
      when: STATES.indexOf(when) as 0 | 1 | 2,
      oddsUp,
    })),
  };
}

/** How firmly the watch holds its elicited parameters. */
export function parameterSpread({
  scenarios,
  reportingGrowth,
}: Pick<Watch, "scenarios" | "reportingGrowth">): ParameterSpread {
  return {
    rowStrength: scenarios.map(({ rowStrength }) => rowStrength),
    epsilonStrength: scenarios.map(({ gates }) => gates.map(({ epsilon }) => epsilon.strength)),
    growth: reportingGrowth,
  };
}
