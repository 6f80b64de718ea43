import { mostProbable as findMostProbable } from "#science/belief/networks/index.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { blaming, EVIDENCE, readEvidenceFile, readNetwork } from "./network-input.ts";

/** The likeliest state of all variables together. */
export const mostProbable = defineVerb({
  words: ["NET.bif"],
  options: { ...EVIDENCE, ...JSON_OUT },
  async run({ options, words: [file = ""] }, shell) {
    const network = readNetwork(file);
    const evidence = readEvidenceFile(options.evidence);
    const found = blaming(options.evidence ?? file, () => findMostProbable(network, evidence));
    shell.out(
      options.json
        ? JSON.stringify(found)
        : [
            table(["variable", "state"], Object.entries(found.assignment)),
            `ln P(assignment, evidence) ${found.logProbability}`,
            `P(assignment | evidence) ${found.posterior.toPrecision(4)}`,
          ].join("\n\n"),
    );
    return 0;
  },
});
