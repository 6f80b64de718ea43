import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { BifError } from "./belief-error.ts";
import { writeBif } from "./bif-writer.ts";
import { parseBif } from "./bif.ts";
import { defineNetwork } from "./network.ts";

const PUBLISHED = "../shared/data/forecast/bn/bif";

/** The dog problem as JavaBayes writes it: quotes, no commas, no bar, comments, whole tables. Charniak 1991. */
const DOG_PROBLEM = `// Bayesian network
network "Dog-Problem" { //5 variables and 5 probability distributions
  property "credal-set constant-density-bounded 1.1" ;
}
variable "light-on" { //2 values
  type discrete[2] {  "true"  "false" };
  property "position = (218, 195)" ;
}
variable "family-out" { type discrete[2] { "true" "false" }; property position = (257, 99) ; }
variable "bowel-problem" { type discrete[2] { "true" "false" }; }
variable "dog-out" { type discrete[2] { "true" "false" }; }
probability ( "light-on" "family-out" ) { table 0.6 0.05 0.4 0.95 ; }
probability ( "bowel-problem" ) { table 0.01 0.99 ; }
probability ( "family-out" ) { table 0.15 0.85 ; } /* a comment
over two lines */
probability ( "dog-out" | "bowel-problem", "family-out" ) {
  table 0.99 0.97 0.9 0.3 0.01 0.03 0.1 0.7 ;
}
`;

const SMALL = `network small {
}
variable a {
  type discrete [ 2 ] { yes, no };
}
variable b {
  type discrete [ 3 ] { low, mid, high };
}
probability ( a ) {
  table 0.25, 0.75;
}
probability ( b | a ) {
  (yes) 0.1, 0.2, 0.7;
  (no) 0.6, 0.3, 0.1;
}
`;

const cptOf = (text: string, name: string) => [...parseBif(text).variables.find((v) => v.name === name)!.cpt];

test("quotes, properties, comments and bare blanks between items are understood", () => {
  const network = parseBif(DOG_PROBLEM);
  expect(network.name).toBe("Dog-Problem");
  expect(network.variables.map(({ name }) => name)).toEqual([
    "light-on",
    "family-out",
    "bowel-problem",
    "dog-out",
  ]);
  expect(network.variables[3]!.parents).toEqual(["bowel-problem", "family-out"]);
});

test("in a whole table the variable's own state moves slowest and the last parent fastest", () => {
  expect(cptOf(DOG_PROBLEM, "light-on")).toEqual([0.6, 0.4, 0.05, 0.95]);
  expect(cptOf(DOG_PROBLEM, "dog-out")).toEqual([0.99, 0.01, 0.97, 0.03, 0.9, 0.1, 0.3, 0.7]);
});

test("default fills the rows that are not given, and rows may come in any order", () => {
  const text = SMALL.replace("(yes) 0.1, 0.2, 0.7;", "default 0.2, 0.3, 0.5;");
  expect(cptOf(text, "b")).toEqual([0.2, 0.3, 0.5, 0.6, 0.3, 0.1]);
});

test("blocks may come in any order, and may end in a semicolon", () => {
  const [head, ...blocks] = SMALL.split(/^(?=variable|probability)/m);
  const turned = [head, ...blocks.toReversed()].join("").replaceAll(/^}$/gm, "};");
  const byName = (text: string) => parseBif(text).variables.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  expect(byName(turned)).toEqual(byName(SMALL));
});

test("a byte-order mark and Windows line ends change nothing", () => {
  expect(parseBif(`\ufeff${SMALL.replaceAll("\n", "\r\n")}`)).toEqual(parseBif(SMALL));
});

test("every name survives writing and reading, and every number bit for bit", () => {
  const states = [
    "<5",
    ">=7.5",
    "12+",
    "Asy/Patch",
    "0-3_days",
    "Transp.",
    "a, b",
    "{",
    'say "no"',
    "a//b",
    "",
    "ж\\",
  ];
  const third = states.map(() => 1 / states.length);
  const odd = { name: "odd (name)", states, parents: [], rows: [third] };
  const rows = states.map((_, i) => [i / 11.3, 1 - i / 11.3]);
  const child = { name: "table", states: ["default", "property"], parents: [odd.name], rows };
  const network = defineNetwork("a network", [child, odd]);
  expect(parseBif(writeBif(network))).toEqual(network);
});

test.each([
  ["an unknown block", "variable b {", "variabel b {", 6, 1, '"variabel"'],
  ["a continuous variable", "discrete [ 3 ]", "continuous [ 3 ]", 7, 8, "only discrete"],
  ["a wrong number of states", "[ 3 ]", "[ 4 ]", 7, 8, "announces 4 states and lists 3"],
  ["a repeated state", "{ low, mid, high }", "{ low, mid, low }", 7, 35, '"low" twice'],
  ["a repeated variable", "variable b {", "variable a {", 6, 10, "declared twice"],
  ["a missing type", "  type discrete [ 3 ] { low, mid, high };\n", "", 6, 10, "no type"],
  ["a missing semicolon", "0.25, 0.75;", "0.25, 0.75", 11, 1, '"}" among probabilities'],
  ["a word among numbers", "0.25, 0.75", "0.25, lots", 10, 15, '"lots"'],
  ["a hexadecimal", "0.25, 0.75", "0.25, 0x1", 10, 15, '"0x1"'],
  ["an undeclared variable", "( b | a )", "( b | c )", 12, 19, '"c" is not declared'],
  ["an unknown state in a row", "(no)", "(maybe)", 14, 4, "its states are yes, no"],
  ["too many states in a row", "(no)", "(no, no)", 14, 3, "names 2 states"],
  ["a repeated row", "(no)", "(yes)", 14, 3, "given twice"],
  [
    "a repeated probability block",
    "probability ( b | a )",
    "probability ( a )",
    12,
    15,
    "two probability blocks",
  ],
  ["a wrong table size", "table 0.25, 0.75", "table 0.25", 10, 3, "2 states × 1 rows = 2 is right"],
  ["an unclosed comment", "(no)", "/*(no)", 14, 3, "not closed"],
  ["a text cut short", "0.6, 0.3, 0.1;\n}\n", "0.6, 0.3", 14, 16, "the end of the text"],
])("%s is refused at its place", (_, right, wrong, line, column, message) => {
  const error = refusal(SMALL.replace(right, wrong));
  expect(error.message).toContain(message);
  expect([error.line, error.column, error.fault]).toEqual([line, column, "syntax"]);
});

test.each([
  ["a missing row", "  (no) 0.6, 0.3, 0.1;\n", "", 12, "missing-row", "the row (no)"],
  ["a short row", "0.6, 0.3, 0.1", "0.6, 0.4", 14, "row-length", "one per state is right: 3"],
  ["a row that does not sum to 1", "0.6, 0.3, 0.1", "0.6, 0.3, 0.2", 14, "row-sum", "the row (no)"],
  ["a negative entry", "0.25, 0.75", "-0.25, 1.25", 10, "bad-entry", "-0.25"],
  ["a missing table", /probability \( a [^}]*}/, "", 3, "missing-row", 'the table of "a"'],
])("%s is refused at its line, with the invariant it breaks", (_, right, wrong, line, fault, message) => {
  const error = refusal(SMALL.replace(right, wrong));
  expect(error.message).toContain(message);
  expect([error.line, error.fault]).toEqual([line, fault]);
});

test("a table too large to make is refused at its block, even where one row stands for all", () => {
  const many = Array.from({ length: 40 }, (_, i) => `v${i}`);
  const text = [
    ...[...many, "sum"].map((name) => `variable ${name} { type discrete [ 2 ] { yes, no }; }`),
    `probability ( sum | ${many.join(", ")} ) { default 0.5, 0.5; }`,
  ].join("\n");
  const error = refusal(text);
  expect([error.line, error.fault]).toEqual([42, "table-too-large"]);
  expect(error.message).toContain("2.20e+12 entries");
});

test("a cycle is refused at one of its probability blocks", () => {
  const error = refusal(SMALL.replace("( a )", "( a | b )").replace("table", "default"));
  expect([9, 12]).toContain(error.line);
  expect(error.fault).toBe("cycle");
  expect(error.message).toMatch(/a → b → a|b → a → b/);
});

test("a byte-order mark does not count as a column", () => {
  const error = refusal("\ufeffnetworks x { }");
  expect([error.line, error.column]).toEqual([1, 1]);
});

test("an empty text is refused", () => {
  expect(() => parseBif("")).toThrow(BifError);
  expect(() => parseBif("network x { }")).toThrow("no variables");
});

function refusal(text: string): BifError {
  try {
    parseBif(text);
  } catch (error) {
    if (error instanceof BifError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

test.skipIf(!existsSync(PUBLISHED))(`the published networks read and write back (needs ${PUBLISHED})`, () => {
  const files = globSync(`${PUBLISHED}/*.bif`);
  expect(files.length).toBeGreaterThanOrEqual(16);
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const network = parseBif(text);
    expect(network.variables.length, file).toBe(text.match(/^variable /gm)!.length);
    const again = parseBif(writeBif(network));
    const same = network.variables.every((variable, v) => {
      const { name, states, parents, cpt } = again.variables[v]!;
      const names = [name, ...states, ...parents].join("\n");
      const expected = [variable.name, ...variable.states, ...variable.parents].join("\n");
      return names === expected && cpt.every((p, i) => p === variable.cpt[i]);
    });
    expect(same, path.basename(file)).toBe(true);
  }
});
