import { valueOfInformation, type ValueOfInformation } from "#science/belief/networks/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { blaming, EVIDENCE, readEvidenceFile, readNetwork, refuseGiven } from "./network-input.ts";

/** What observing each open variable is expected to tell about one. */
export const value = defineVerb({
  words: ["NET.bif"],
  options: {
    query: { takes: "VARIABLE", summary: "the variable to learn about" },
    ...EVIDENCE,
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const { query } = options;
    if (query === undefined) throw new WrongUse('"belief value" needs --query VARIABLE');
    const network = readNetwork(file);
    const evidence = readEvidenceFile(options.evidence);
    const told = blaming(options.evidence ?? file, () => valueOfInformation(network, query, evidence));
    refuseGiven(options.evidence, query, evidence);
    shell.out(options.json ? JSON.stringify(told) : inWords(told));
    return 0;
  },
});

function inWords({ query, entropy, values }: ValueOfInformation): string {
  const rows = values.map(({ variable, entropyReduction, brierReduction, logOddsShift }) => [
    variable,
    entropyReduction.toFixed(4),
    brierReduction.toFixed(4),
    Math.max(...Object.values(logOddsShift)).toFixed(3),
  ]);
  return [
    table(["observing", "entropy", "Brier", "log-odds"], rows),
    `Expected falls of the entropy (${entropy.toFixed(4)} nats now) and Brier score of ${query}, and expected shift of the log-odds of the state that moves most.`,
  ].join("\n\n");
}
