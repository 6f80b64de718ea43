import { infer as inferPosteriors } from "#science/belief/networks/index.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { blaming, EVIDENCE, readEvidenceFile, readNetwork } from "./network-input.ts";

/** Exact posteriors of every variable, and ln P(evidence). */
export const infer = defineVerb({
  words: ["NET.bif"],
  options: {
    ...EVIDENCE,
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const network = readNetwork(file);
    const evidence = readEvidenceFile(options.evidence);
    const { posteriors, logEvidence } = blaming(options.evidence ?? file, () =>
      inferPosteriors(network, evidence),
    );
    const rows = Object.entries(posteriors).flatMap(([variable, states]) =>
      Object.entries(states).map(([state, p]) => [variable, state, p.toPrecision(6)]),
    );
    shell.out(
      options.json
        ? JSON.stringify({ posteriors, logEvidence })
        : `${table(["variable", "state", "p"], rows)}\n\nln P(evidence) ${logEvidence}`,
    );
    return 0;
  },
});
