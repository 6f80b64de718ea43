import { assessAsKnown } from "../../cycle/judge.ts";
import {
  scenarioRequirements,
  type ScenarioRequirements,
} from "../../cycle/answers/scenario-requirements.ts";
import { AS_OF, JSON_OUT, WATCH } from "../options.ts";
import { scenarioNamed } from "../scenario-named.ts";
import { interval, percent } from "#model/percent.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** What collection, and which assumption, would move one forecast most. */
export const requirements = defineVerb({
  words: ["SCENARIO"],
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options, words: [scenario = ""] }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const { id } = scenarioNamed(world.watch.scenarios, scenario);
      const told = scenarioRequirements(await assessAsKnown(world, asOf, { withPath: false }), id);
      shell.out(options.json ? JSON.stringify(told) : inWords(told));
      return 0;
    }),
});

function inWords({ scenario, asOf, p90, reports, assumptions }: ScenarioRequirements): string {
  const requirementRows = reports.map((report) => [
    report.indicator,
    report.level,
    report.expectedShift.toFixed(3),
    percent(report.ifAbsent),
    percent(report.ifPresent),
    report.statement,
  ]);
  const assumptionRows = assumptions.map(({ statement, low, high }) => [
    interval(Math.min(low.p, high.p), Math.max(low.p, high.p)),
    `${low.value.toPrecision(2)}–${high.value.toPrecision(2)}`,
    statement,
  ]);
  return [
    `${scenario} on ${asOf}: critical now or within 90 days ${percent(p90)}`,
    "What to look at next; a window of it is expected to shift the log-odds by:",
    table(["indicator", "level", "shift", "quiet", "high", "statement"], requirementRows),
    "What is supposed, over its own 90 % interval:",
    table(["forecast", "from–to", "assumption"], assumptionRows),
  ].join("\n\n");
}
