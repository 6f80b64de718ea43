import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const file = (name: string, text: string) => {
  writeFileSync(path.join(home, name), text);
  return path.join(home, name);
};

const SPELLS = "time,event,age,arm\n1,1,50,a\n2,0,40,b\n3,1,,a\n4,1,45,b\n5,1,61,a\n6,0,38,b\n7,1,52,b\n";

test("a file of spells gives curves, the test between them, and a regression without the rows it cannot use", async () => {
  const spells = file("spells.csv", SPELLS);
  const asked = ["series", "survival", spells, "--group", "arm", "--covariates", "age,arm", "--json"];
  const { out } = await tocsin(...asked);
  const answer = JSON.parse(out) as {
    curves: { group: string; median: number }[];
    logRank: { degrees: number };
    cox: { dropped: number; coefficients: Record<string, { value: number }> };
  };
  expect(answer.curves.map(({ group, median }) => [group, median])).toEqual([
    ["a", 3],
    ["b", 7],
  ]);
  expect(answer.cox.dropped).toBe(1);
  expect(Object.keys(answer.cox.coefficients)).toEqual(["age", "arm=b"]);
});

test.each([
  [
    "an event that is neither",
    SPELLS.replace("2,0", "2,2"),
    /s\.csv:3:3: event is "2"; expected 1 or 0, or .*--event-value/,
  ],
  ["a time that is no number", SPELLS.replace("3,1", "x,1"), /s\.csv:4:1: time is "x"; expected a number/],
  ["a negative length", SPELLS.replace("3,1", "-3,1"), /s\.csv:4:1: time is "-3"; expected how long/],
  ["no column of that name", SPELLS.replace("time", "week"), /s\.csv:1:\d: no column "time"/],
  [
    "no event at all",
    SPELLS.replaceAll(/^(\d),1/gm, "$1,0"),
    /s\.csv: none of 7 spells ends in an event; at least one/,
  ],
])("%s exits 1 in one line", async (_what, text, said) => {
  const { exitCode, err, out } = await tocsin("series", "survival", file("s.csv", text), "--json");
  expect(err).toMatch(said);
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
});

test("a group without events has a curve without steps, and one without a name is refused", async () => {
  const spells = file("groups.csv", SPELLS.replaceAll(/^(\d),1(.*b)$/gm, "$1,0$2"));
  const { out } = await tocsin("series", "survival", spells, "--group", "arm", "--json");
  expect((JSON.parse(out) as { curves: object[] }).curves[1]).toEqual({
    group: "b",
    steps: [],
    median: null,
  });
  const nameless = file("nameless.csv", SPELLS.replace("61,a", "61,"));
  const { err } = await tocsin("series", "survival", nameless, "--group", "arm");
  expect(err).toMatch(/nameless\.csv:6:\d+: arm is empty; expected a name/);
});

test("strata have a baseline each, and want a regression", async () => {
  const text = "sex,week,end,x\n0,4,1,0\n0,3,1,2\n0,1,1,1\n0,1,0,1\n1,2,1,1\n1,2,1,0\n1,3,0,0\n";
  const asked = ["series", "survival", file("strata.csv", text), "--time", "week", "--event", "end"];
  const { out } = await tocsin(...asked, "--strata", "sex", "--covariates", "x", "--json");
  const { cox } = JSON.parse(out) as { cox: { strata: number; coefficients: { x: { value: number } } } };
  expect(cox.strata).toBe(2);
  expect(cox.coefficients.x.value).toBeCloseTo(0.8023, 4);
  const { exitCode, err } = await tocsin(...asked, "--strata", "sex");
  expect({ exitCode, err }).toEqual({
    exitCode: 2,
    err: expect.stringMatching(/--strata is for a regression; give --covariates/) as string,
  });
});

test.each([
  ["one number throughout", "time,event,x\n1,1,4\n2,0,4\n", "x is 4 in every row"],
  ["one word throughout", "time,event,x\n1,1,a\n2,0,a\n", "x is a in every row"],
  [
    "that of those with events alone",
    "time,event,x\n1,1,1\n2,1,1\n3,1,1\n4,0,0\n5,0,0\n6,0,0\n",
    "x separates events from the rest",
  ],
  [
    "numbers close together",
    "time,event,x\n1,1,1e-200\n2,0,-1e-200\n3,1,4e-200\n",
    'c.csv:4:5: x is "4e-200"; expected a smaller unit, or a slip mended: with it, numbers are too close to be squared',
  ],
  [
    "numbers far apart",
    "time,event,x\n1,1,2\n2,0,-1e200\n3,1,3\n",
    'c.csv:3:5: x is "-1e200"; expected a larger unit, or a slip mended: with it, numbers are too far apart to be squared',
  ],
])("a covariate that is %s is refused by name", async (_what, text, said) => {
  const { exitCode, err } = await tocsin("series", "survival", file("c.csv", text), "--covariates", "x");
  expect({ exitCode, err }).toEqual({ exitCode: 1, err: expect.stringContaining(said) as string });
});

const PUBLISHED = "../shared/data/forecast/survival";
test.skipIf(!existsSync(PUBLISHED)).each(["efron", "breslow"])(
  "the published regression is met to 1e-8 with ties by %s",
  async (ties) => {
    const all = JSON.parse(readFileSync(`${PUBLISHED}/expected_dev.json`, "utf8")) as Record<
      string,
      { loglik: number[]; coef: Record<string, number>; se: Record<string, number> }
    >;
    const expected = all[`rossi_${ties}`]!;
    const columns = [
      "--time",
      "week",
      "--event",
      "arrest",
      "--covariates",
      Object.keys(expected.coef).join(),
    ];
    const asked = ["series", "survival", `${PUBLISHED}/rossi.csv`, ...columns, "--ties", ties, "--json"];
    const { cox } = JSON.parse((await tocsin(...asked)).out) as {
      cox: { logLik: number[]; coefficients: Record<string, { value: number; standardError: number }> };
    };
    cox.logLik.forEach((value, k) => expect(Math.abs(value / expected.loglik[k]! - 1)).toBeLessThan(1e-10));
    for (const [name, { value, standardError }] of Object.entries(cox.coefficients)) {
      expect(Math.abs(value / expected.coef[name]! - 1)).toBeLessThan(1e-8);
      expect(Math.abs(standardError / expected.se[name]! - 1)).toBeLessThan(1e-8);
    }
  },
);
