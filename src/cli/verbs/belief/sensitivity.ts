import { sensitivity as sensitivityOf } from "#science/belief/networks/index.ts";
import type { ParameterSensitivity, ParameterSpread, Sensitivity } from "#science/belief/networks/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { blaming, EVIDENCE, positive, readEvidenceFile, readNetwork, STRENGTH } from "./network-input.ts";

const SHOWN = 20;

/** How far each table entry moves one probability. */
export const sensitivity = defineVerb({
  words: ["NET.bif"],
  options: {
    query: { takes: "VARIABLE", summary: "the variable whose probability is examined" },
    state: { takes: "STATE", summary: "its state; its first one unless told" },
    ...STRENGTH,
    within: { takes: "P", summary: "entries range by ± P instead" },
    ...EVIDENCE,
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const { query } = options;
    if (query === undefined) throw new WrongUse('"belief sensitivity" needs --query VARIABLE');
    const spread = spreadOf(options);
    const network = readNetwork(file);
    const evidence = readEvidenceFile(options.evidence);
    const state = options.state ?? network.variables.find(({ name }) => name === query)?.states[0] ?? "";
    const told = blaming(options.evidence ?? file, () =>
      sensitivityOf(network, { variable: query, state }, evidence, spread),
    );
    shell.out(options.json ? JSON.stringify({ ...told, spread }) : inWords(told));
    return 0;
  },
});

function spreadOf({ strength, within }: { strength?: string; within?: string }): ParameterSpread {
  if (strength !== undefined && within !== undefined)
    throw new WrongUse("give --strength or --within, not both");
  if (within === undefined)
    return { strength: positive("strength", strength ?? STRENGTH.strength.unlessTold) };
  const reach = positive("within", within);
  if (reach <= 1) return { within: reach };
  throw new WrongUse(`--within wants a number up to 1, got "${within}"`);
}

function inWords({ query, state, posterior, parameters }: Sensitivity): string {
  const rows = parameters
    .slice(0, SHOWN)
    .map((each) => [
      entryName(each),
      each.value.toPrecision(3),
      `${each.low.value.toPrecision(3)} … ${each.high.value.toPrecision(3)}`,
      `${each.low.p.toPrecision(3)} … ${each.high.p.toPrecision(3)}`,
    ]);
  const rest = parameters.length > SHOWN ? ` The ${SHOWN} widest of ${parameters.length} are shown.` : "";
  return [
    `P(${query} = ${state}) is ${posterior.toPrecision(4)}`,
    table(["table entry", "is", "ranges", "moves it"], rows),
    `One entry at a time, the rest of its row in proportion.${rest}`,
  ].join("\n\n");
}

function entryName({ variable, state, given }: ParameterSensitivity): string {
  const parents = Object.entries(given).map(([name, value]) => `${name} = ${value}`);
  return `${variable} = ${state}${parents.length > 0 ? ` | ${parents.join(", ")}` : ""}`;
}
