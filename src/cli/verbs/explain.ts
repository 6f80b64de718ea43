import { assessAsKnown } from "../../cycle/judge.ts";
import { explainScenario, type ExplainedScenario } from "../../cycle/answers/explain-scenario.ts";
import { AS_OF, JSON_OUT, WATCH } from "../options.ts";
import { scenarioNamed } from "../scenario-named.ts";
import { percent } from "#model/percent.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** One probability, down to the observations it rests on. */
export const explain = defineVerb({
  words: ["SCENARIO"],
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options, words: [scenario = ""] }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const { id } = scenarioNamed(world.watch.scenarios, scenario);
      const explained = explainScenario(await assessAsKnown(world, asOf, { withPath: false }), id);
      shell.out(options.json ? JSON.stringify(explained) : inWords(explained));
      return 0;
    }),
});

const OBSERVATIONS_TOLD = 5;

function inWords({ scenario, asOf, p, prior, contributions }: ExplainedScenario): string {
  const heading = `${scenario} on ${asOf}: critical now or within 90 days ${percent(p)}; by the count of its rule alone, ${percent(prior)}`;
  const indicators = contributions.map(({ indicator, level, shapley, leaveOneOut, statement }) => [
    indicator,
    level,
    signed(shapley),
    signed(leaveOneOut),
    statement,
  ]);
  const observations = contributions.flatMap(({ indicator, observations: all }) =>
    all
      .slice(0, OBSERVATIONS_TOLD)
      .map(({ logOdds, observation: { id, validFrom, claim } }) => [
        indicator,
        signed(logOdds),
        validFrom,
        id,
        claim,
      ]),
  );
  return [
    heading,
    table(["indicator", "level", "share", "if removed", "statement"], indicators),
    `The strongest observations, at most ${OBSERVATIONS_TOLD} for each indicator, in log-odds:`,
    table(["indicator", "shift", "on", "observation", "claim"], observations),
  ].join("\n\n");
}

function signed(logOdds: number): string {
  return `${logOdds < 0 ? "−" : "+"}${Math.abs(logOdds).toFixed(2)}`;
}
