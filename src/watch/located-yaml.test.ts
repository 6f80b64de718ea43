import { expect, test } from "vitest";
import { issueLine } from "#model/input-error.ts";
import { locateYaml } from "./located-yaml.ts";

const issuesOf = (text: string) => locateYaml("f", text).issues.map(issueLine);

test("values, keys and what is missing stand where an editor shows them", () => {
  const { value, place, keyPlace } = locateYaml("f", "# é\n- a: 1\n  b: { c: [x, 🛰, y] }\n");
  expect(value).toEqual([{ a: 1, b: { c: ["x", "🛰", "y"] } }]);
  expect(place([0, "b", "c", 2])).toEqual({ file: "f", line: 3, column: 18 });
  expect(keyPlace([0, "b", "c"])).toEqual({ file: "f", line: 3, column: 8 });
  expect(place([0, "z"])).toEqual({ file: "f", line: 2, column: 3 });
  expect(place([0, "b", "z", "deep"])).toEqual({ file: "f", line: 3, column: 6 });
});

test("a part that an alias gives stands at its anchor", () => {
  const { value, place } = locateYaml("f", "a: &x { n: 1 }\nb: *x\n");
  expect(value).toEqual({ a: { n: 1 }, b: { n: 1 } });
  expect(place(["b", "n"])).toEqual({ file: "f", line: 1, column: 12 });
});

const cases: [name: string, text: string, issues: string[]][] = [
  ["a key twice in one line", 'a: {b: 1, "b": 2}', ['f:1:11: a second key "b"; expected each key once']],
  [
    "two keys twice",
    "a: 1\nb: 2\na: 3\nb: 4",
    ['f:3:1: a second key "a"; expected each key once', 'f:4:1: a second key "b"; expected each key once'],
  ],
  ["a second document", "a: 1\n---\nb: 2", ["f:2:1: a second document; expected one document"]],
  ["a tag", "a: !thing 1", ["f:1:4: unresolved tag: !thing; expected a value without a tag"]],
  [
    "a quote that runs to the end",
    "a: 1\nb: 'x\nc: 2\n",
    ["f:2:4: a quote that is never closed; expected its closing mark"],
  ],
  [
    "a list that is not closed",
    "a: [1, 2\nb: 3",
    [
      "f:2:1: flow sequence in block collection must be sufficiently indented and end with a ]; expected YAML 1.2",
    ],
  ],
  [
    "an alias inside its anchor",
    "a: &x [*x]",
    ['f:1:8: "*x" inside its own anchor; expected "&x" on a value above'],
  ],
  ["a tab among spaces", "a:\n  \tb: 1\n  c: 2", ["f:2:3: a tab in the indentation; expected spaces"]],
];
test.each(cases)("%s", (_, text, issues) => expect(issuesOf(text)).toEqual(issues));

test("aliases that would fill the memory are refused", () => {
  const tens = (of: string) => `[${Array(10).fill(of).join(", ")}]`;
  const bomb = [
    "a: &a x",
    ...["b", "c", "d"].map((name, i) => `${name}: &${name} ${tens(`*${"abc"[i]}`)}`),
  ].join("\n");
  expect(issuesOf(bomb)).toEqual([
    "f:1:1: aliases of aliases that grow out of bounds; expected the values written out",
  ]);
});
