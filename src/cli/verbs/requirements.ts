import { interval, percent, share } from "#model/percent.ts";
import { collectionPlanOnDay, type CollectionPlanOnDay } from "../../cycle/answers/collection-plan-on-day.ts";
import {
  scenarioRequirements,
  type ScenarioRequirements,
} from "../../cycle/answers/scenario-requirements.ts";
import { assessAsKnown } from "../../cycle/judge.ts";
import { AS_OF, JSON_OUT, WATCH } from "../options.ts";
import { scenarioNamed } from "../scenario-named.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** What to look at next over all scenarios, or what collection and which assumption would move the one that is named. */
export const requirements = defineVerb({
  words: ["[SCENARIO]"],
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options, words: [scenario] }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const chosen = scenario === undefined ? null : scenarioNamed(world.watch.scenarios, scenario).id;
      const assessed = await assessAsKnown(world, asOf, { withPath: false });
      if (chosen === null) {
        const plan = collectionPlanOnDay(assessed);
        shell.out(options.json ? JSON.stringify(plan) : planInWords(plan));
      } else {
        const told = scenarioRequirements(assessed, chosen);
        shell.out(options.json ? JSON.stringify(told) : inWords(told));
      }
      return 0;
    }),
});

function planInWords({ asOf, streams, looks }: CollectionPlanOnDay): string {
  const streamRows = streams.map(({ stream, seenTo, indicators, unknown, worth }) => [
    stream,
    seenTo ?? "never",
    `${unknown} of ${indicators}`,
    inPoints(worth),
  ]);
  const lookRows = looks.map(({ indicator, level, unseen, moves: [most], worth, statement }) => [
    indicator,
    String(level),
    share(unseen),
    inPoints(worth),
    percent(most!.p90),
    percent(most!.ifAbsent),
    percent(most!.ifPresent),
    most!.scenario,
    statement,
  ]);
  return [
    `What to look at next, as known on ${asOf}; points: how far what was not looked at would move a forecast, on average.`,
    table(["stream", "looked at to", "unknown", "points"], streamRows),
    table(
      ["indicator", "level", "unseen", "points", "now", "quiet", "high", "forecast", "statement"],
      lookRows,
    ),
  ].join("\n\n");
}

const inPoints = (move: number) => (100 * move).toFixed(1);

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
