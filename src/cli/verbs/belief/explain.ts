import { explainQuery, type Explanation } from "#science/belief/networks/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { blaming, EVIDENCE, readEvidenceFile, readNetwork, refuseGiven } from "./network-input.ts";

/** What each finding contributes to the log-odds of one variable. */
export const explain = defineVerb({
  words: ["NET.bif"],
  options: {
    query: { takes: "VARIABLE", summary: "the variable to explain" },
    ...EVIDENCE,
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const { query } = options;
    if (query === undefined) throw new WrongUse('"belief explain" needs --query VARIABLE');
    const network = readNetwork(file);
    const evidence = readEvidenceFile(options.evidence);
    const explained = blaming(options.evidence ?? file, () => explainQuery(network, query, evidence));
    refuseGiven(options.evidence, query, evidence);
    shell.out(options.json ? JSON.stringify(explained) : inWords(explained));
    return 0;
  },
});

function inWords({ query, prior, posterior, contributions }: Explanation): string {
  const states = Object.keys(posterior);
  const told = contributions.flatMap(({ finding, weight, shapley }) => {
    const name =
      "state" in finding ? `${finding.variable} = ${finding.state}` : `${finding.variable} (likelihoods)`;
    return states.map((state) => [name, state, weight[state]!.toFixed(3), shapley[state]!.toFixed(3)]);
  });
  const before = states.map((state) => [
    state,
    prior[state]!.toPrecision(4),
    posterior[state]!.toPrecision(4),
  ]);
  return [
    table([query, "prior", "posterior"], before),
    table(["finding", "for", "weight", "Shapley"], told),
    "Weights and Shapley values are shifts in log-odds.",
  ].join("\n\n");
}
