import { expect, test } from "vitest";
import { NetworkInvalid } from "./belief-error.ts";
import type { VariableDefinition } from "./network.ts";
import { defineNetwork } from "./network.ts";

const binary = (
  name: string,
  parents: string[] = [],
  rows: VariableDefinition["rows"] = Array.from({ length: 2 ** parents.length }, () => [0.5, 0.5]),
): VariableDefinition => ({ name, states: ["yes", "no"], parents, rows });

const refusal = (definitions: VariableDefinition[]): NetworkInvalid => {
  try {
    defineNetwork("test", definitions);
  } catch (error) {
    if (error instanceof NetworkInvalid) return error;
    throw error;
  }
  throw new Error("nothing was refused");
};

test.each<[string, VariableDefinition[], object, string]>([
  [
    "a variable without states",
    [{ ...binary("a"), states: [] }],
    { fault: "no-states", variable: "a" },
    "at least one",
  ],
  ["a name used twice", [binary("a"), binary("a")], { fault: "duplicate-variable", variable: "a" }, "twice"],
  ["a state used twice", [{ ...binary("a"), states: ["x", "x"] }], { fault: "duplicate-state" }, '"x" twice'],
  ["a parent used twice", [binary("a"), binary("b", ["a", "a"])], { fault: "duplicate-parent" }, '"a" twice'],
  ["an unknown parent", [binary("b", ["a"])], { fault: "unknown-parent", variable: "b" }, 'define "a"'],
  ["a variable as its own parent", [binary("a", ["a"])], { fault: "cycle" }, "a → a"],
  [
    "a missing row",
    [binary("a"), binary("b", ["a"], [[0.5, 0.5]])],
    { fault: "missing-row", variable: "b", row: 1 },
    'the row (no) of "b"',
  ],
  ["a missing table", [binary("a", [], [])], { fault: "missing-row", row: 0 }, 'the table of "a" is missing'],
  [
    "rows too many",
    [
      binary(
        "a",
        [],
        [
          [1, 0],
          [1, 0],
        ],
      ),
    ],
    { fault: "row-length" },
    "2 rows",
  ],
  ["a row too short", [binary("a", [], [[1]])], { fault: "row-length", row: 0 }, "one per state is right: 2"],
  ["a negative entry", [binary("a", [], [[1.5, -0.5]])], { fault: "bad-entry", row: 0 }, "-0.5"],
  ["an entry that is no number", [binary("a", [], [[NaN, 1]])], { fault: "bad-entry" }, "NaN"],
  ["a row far from 1", [binary("a", [], [[0.3, 0.6]])], { fault: "row-sum", row: 0 }, "sums to 0.9"],
  ["a row of zeros", [binary("a", [], [[0, 0]])], { fault: "row-sum" }, "sums to 0"],
])("%s is refused by name", (_, definitions, expected, message) => {
  const error = refusal(definitions);
  expect(error).toMatchObject(expected);
  expect(error.message).toContain(message);
  expect(error.message).not.toContain("\n");
});

test("a cycle is named along its arcs, without what only leads into it", () => {
  const { message } = refusal([
    binary("root"),
    binary("a", ["root", "c"]),
    binary("b", ["a"]),
    binary("c", ["b"]),
    binary("below", ["c"]),
  ]);
  expect(message).toMatch(/a → b → c → a|b → c → a → b|c → a → b → c/);
});

test("a row is named by its parents' states, the last parent fastest", () => {
  const states = ["low", "mid", "high"];
  const three = { name: "t", states, parents: [], rows: [[0.2, 0.3, 0.5]] };
  const rows = Array.from({ length: 6 }, () => [0.5, 0.5]);
  rows[4] = [0.5, 0.6];
  expect(refusal([binary("a"), three, binary("c", ["a", "t"], rows)]).message).toContain("(no, mid)");
});

test("rows are normalised when rounding put them off by up to 0.001, and left alone when they are exact", () => {
  const cptOf = (row: number[]) => {
    const states = row.map((_, i) => `s${i}`);
    return [...defineNetwork("test", [{ name: "a", states, parents: [], rows: [row] }]).variables[0]!.cpt];
  };
  expect(cptOf([0.333, 0.333, 0.333])).toEqual([1 / 3, 1 / 3, 1 / 3]);
  expect(cptOf([0.5005, 0.5005])).toEqual([0.5, 0.5]);
  expect(cptOf([0.1, 0.2, 0.7])).toEqual([0.1, 0.2, 0.7]);
  expect(() => cptOf([0.5, 0.4989])).toThrow(NetworkInvalid);
});

test("an arc may point to a variable defined later", () => {
  const network = defineNetwork("test", [binary("b", ["a"]), binary("a")]);
  expect(network.variables.map(({ name }) => name)).toEqual(["b", "a"]);
});
