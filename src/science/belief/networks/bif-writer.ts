import type { BeliefNetwork, Variable } from "./network.ts";

/** Writes a network as BIF 0.15 with one row per parent configuration; `parseBif` reads it back bit for bit. */
export function writeBif({ name, variables }: BeliefNetwork): string {
  const statesOf = new Map(variables.map((variable) => [variable.name, variable.states]));
  return [
    `network ${quoted(name)} {\n}\n`,
    ...variables.map(variableBlock),
    ...variables.map((variable) => probabilityBlock(variable, statesOf)),
  ].join("");
}

function variableBlock({ name, states }: Variable): string {
  const type = `discrete [ ${states.length} ] { ${states.map(quoted).join(", ")} }`;
  return `variable ${quoted(name)} {\n  type ${type};\n}\n`;
}

function probabilityBlock(variable: Variable, statesOf: ReadonlyMap<string, readonly string[]>): string {
  const { name, states, parents, cpt } = variable;
  const head = parents.length > 0 ? `${quoted(name)} | ${parents.map(quoted).join(", ")}` : quoted(name);
  const numbers = (row: number) => cpt.subarray(row * states.length, (row + 1) * states.length).join(", ");
  const labels = parents
    .map((parent) => statesOf.get(parent)!.map(quoted))
    .reduce<string[][]>((rows, each) => rows.flatMap((row) => each.map((state) => [...row, state])), [[]]);
  const lines = labels.map((label, row) =>
    parents.length > 0 ? `  (${label.join(", ")}) ${numbers(row)};\n` : `  table ${numbers(row)};\n`,
  );
  return `probability ( ${head} ) {\n${lines.join("")}}\n`;
}

/** Bare where every reader agrees on the name, between quotes otherwise. */
function quoted(name: string): string {
  if (/^[^\s,|;{}()[\]"\\\u00a0\ufeff]+$/.test(name) && !/\/[/*]/.test(name)) return name;
  return `"${name.replace(/(["\\])/g, "\\$1")}"`;
}
