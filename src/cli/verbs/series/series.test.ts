import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const file = (name: string, lines: readonly string[]) => {
  writeFileSync(path.join(home, name), `${lines.join("\n")}\n`);
  return path.join(home, name);
};
const BAND = ["--min", "2", "--max", "20", "--simulations", "99", "--json"];

const random = randomStream("verbs");
const days = Array.from({ length: 40 }, () => {
  const day = new Date(Date.UTC(1957, 0, 1) + Math.floor(random() * 69 * 365.25) * 86_400_000);
  return `${day.toISOString().slice(0, 10)},launch`;
});
const step = Array.from({ length: 40 }, (_, i) => `${standardNormal(random) + (i < 25 ? 0 : 6)}`);

test("events by date are asked about under three nulls, the worst of which gives the verdict", async () => {
  const { out, exitCode } = await tocsin(
    "series",
    "period",
    file("events.csv", ["date,kind", ...days]),
    ...BAND,
  );
  const answer = JSON.parse(out) as {
    p: Record<string, number>;
    worstP: number;
    verdict: string;
    kind: string;
  };
  expect(exitCode).toBe(0);
  expect(answer.kind).toBe("events");
  expect(Object.keys(answer.p)).toEqual(["even Poisson", "smooth Poisson", "self-exciting"]);
  expect(answer.worstP).toBe(Math.max(...Object.values(answer.p)));
  expect(answer.verdict).toMatch(/not shown/);
});

test("events by year are dated to their year", async () => {
  const years = days.map((day) => day.slice(0, 4));
  const { out } = await tocsin("series", "period", file("years.csv", ["year", ...years]), ...BAND);
  expect(JSON.parse(out)).toMatchObject({ kind: "events", n: 40, unit: "years" });
});

test("a column of values is a series, and a step in it is placed", async () => {
  const values = file("step.csv", ["value", ...step]);
  const { out } = await tocsin("series", "changepoint", values, "--json");
  const { changepoints, online } = JSON.parse(out) as { changepoints: object[]; online: object };
  expect(online).toMatchObject({ family: "normal", changes: [{ firstAfter: "26" }] });
  expect(changepoints).toEqual([
    expect.objectContaining({
      lastBefore: "25",
      firstAfter: "26",
      before: expect.objectContaining({ n: 25 }) as object,
    }),
  ]);
});

test("the lead is told of the two sides that come first most often", async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${1957 + i},${["EAST", "WEST"][i % 2]}`);
  const { out } = await tocsin(
    "series",
    "lead",
    file("lead.csv", ["year,bloc", ...rows, "1990,OTHER"]),
    "--json",
  );
  const answer = JSON.parse(out) as { sides: string[]; leftOut: number; verdict: string };
  expect(answer).toMatchObject({ sides: ["EAST", "WEST"], leftOut: 1 });
  expect(answer.verdict).toMatch(/^The lead alternates/);
});

test("firsts of both sides at one time are counted, as their order is not known", async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${1957 + Math.floor(i / 2)},${["EAST", "WEST"][i % 2]}`);
  const tied = file("tied.csv", ["year,bloc", ...rows, "1980,EAST"]);
  expect((await tocsin("series", "lead", tied)).out).toMatch(
    /30 firsts share their time with one of the other/,
  );
});

test("a count far above its baseline stands out", async () => {
  const rows = Array.from({ length: 70 }, (_, i) => `${1950 + i},${i === 69 ? 40 : 4 + (i % 3)}`);
  const { out } = await tocsin("series", "baseline", file("counts.csv", ["year,count", ...rows]), "--json");
  const { readings } = JSON.parse(out) as { readings: { at: string; p: number }[] };
  expect(readings.at(-1)).toMatchObject({ at: "2019" });
  expect(readings.at(-1)!.p).toBeLessThan(1e-8);
  expect(readings.at(-2)!.p).toBeGreaterThan(0.05);
});

const years = (count: number, value: (i: number) => unknown) =>
  Array.from({ length: count }, (_, i) => `${1900 + i},${value(i) as string}`);

describe("bad input exits 1 in one line that says what would be enough", () => {
  test.each([
    ["fewer than three cycles", "period", ["year,value", ...years(40, (i) => i % 7)], /at most 13\.3/],
    [
      "five points",
      "changepoint",
      ["value", "1", "2", "3", "4", "5"],
      /b\.csv: 5 values .*; at least 10 would be enough/,
    ],
    [
      "no variance",
      "changepoint",
      ["year,value", ...years(20, () => 3)],
      /all 20 values are 3; values that differ/,
    ],
    [
      "a value that is none",
      "period",
      ["year,value", ...years(40, (i) => (i === 3 ? "NaN" : i))],
      /b\.csv:5:6: value is "NaN"; expected a number/,
    ],
    [
      "twelve events",
      "period",
      ["date", ...Array.from({ length: 12 }, (_, i) => `19${10 + i}-05-01`)],
      /12 events .* at least 15/,
    ],
    [
      "a day that does not exist",
      "period",
      ["date", "1999-02-30"],
      /b\.csv:2:1: date is "1999-02-30"; expected a date/,
    ],
    [
      "nothing that says when",
      "period",
      ["when,value", "1,2"],
      /no column says when; expected a column date, year or time/,
    ],
    [
      "a year that stands twice",
      "period",
      ["year,value", ...years(40, (i) => i % 7), "1920,3"],
      /b\.csv:42:1: year is "1920"; expected each time once/,
    ],
    [
      "values that differ by rounding",
      "period",
      ["year,value", ...years(40, (i) => (i % 2 ? 0.1 + 0.2 : 0.3))],
      /all 40 values are 0\.3 but for rounding; values that differ/,
    ],
    [
      "values too close to be squared",
      "period",
      ["year,value", ...years(40, (i) => (1 + (i % 7)) * 1e-300)],
      /values run from 1e-300 to 7e-300, too close to be squared; expected a smaller unit/,
    ],
    [
      "a decimal comma",
      "changepoint",
      ["year,value", '1901,"1,5"'],
      /b\.csv:2:6: value is "1,5"; expected a point in a number, not a comma/,
    ],
    [
      "values too far apart to be squared",
      "changepoint",
      ["year,value", ...years(20, (i) => (i % 2 ? 1e308 : -1e308))],
      /values run from -1e\+308 to 1e\+308, too far apart/,
    ],
    [
      "a year of a level twice",
      "changepoint",
      ["year,value", ...years(20, (i) => `${i}`), "1905,3"],
      /b\.csv:22:1: year is "1905"; expected each time once/,
    ],
    [
      "a year of a baseline twice",
      "baseline",
      ["year,value", ...years(20, (i) => `${i}`), "1905,3"],
      /b\.csv:22:1: year is "1905"; expected each time once/,
    ],
    [
      "a state in two groups",
      "hazard",
      ["id,framework,joined,group", "A,x,2020-01-05,near", "B,x,2020-02-05,near", "A,y,,far"],
      /b\.csv:4:6: group is "far"; expected "near", as in the row above for A/,
    ],
    [
      "a hexadecimal value",
      "changepoint",
      ["year,value", ...years(20, () => "0x10")],
      /b\.csv:2:6: value is "0x10"; expected a number/,
    ],
    [
      "a state that joined twice",
      "hazard",
      ["id,framework,joined", "A,x,2020-01-05", "B,x,2020-02-05", "A,x,2021-03-05"],
      /b\.csv:4:1: id is "A"; expected one row for each id and framework/,
    ],
    [
      "a state without a name",
      "hazard",
      ["id,framework,joined", "A,x,2020-01-05", ",x,2020-02-05"],
      /b\.csv:3:1: id is empty; expected a name/,
    ],
    [
      "four accessions to one framework of two",
      "hazard",
      [
        "id,framework,joined",
        ...Array.from({ length: 30 }, (_, i) => `S${i},x,${i < 12 ? `20${10 + i}-01` : ""}`),
        ...Array.from({ length: 4 }, (_, i) => `S${i},y,20${10 + i}-05`),
      ],
      /b\.csv: y: 3 events in \d+ periods at risk; a hazard wants at least 5/,
    ],
    [
      "a covariate without variance",
      "hazard",
      ["id,period,event,x", ...Array.from({ length: 40 }, (_, i) => `s${i},1,${i % 4 ? 0 : 1},4`)],
      /b\.csv:1: x is 4 in every row; leave the column out/,
    ],
    [
      "one period of a state twice",
      "hazard",
      ["id,period,event", "a,1,0", "b,1,1", "a,1,1"],
      /b\.csv:4:1: id is "a"; expected one row for each id and period/,
    ],
    [
      "a covariate that is a copy of another",
      "hazard",
      [
        "id,period,event,x,y",
        ...Array.from({ length: 40 }, (_, i) => `s${i},1,${i % 4 ? 0 : 1},${i},${2 * i - 7}`),
      ],
      /b\.csv:1: y follows from x in every row, as a linear combination; leave one of them out/,
    ],
    [
      "a day that stands for never",
      "hazard",
      ["id,framework,joined", "A,x,2020-01-05", "B,x,9999-12-31"],
      /b\.csv:3:5: joined is "9999-12-31"; expected a day from 1800 to 2099, or nothing for one that has not joined/,
    ],
    [
      "a covariate too far from the others to be squared",
      "hazard",
      ["id,period,event,x", ...Array.from({ length: 40 }, (_, i) => `s${i},1,0,${i === 3 ? "-1e200" : i}`)],
      /b\.csv:5:8: x is "-1e200"; expected a larger unit, or a slip mended: with it, numbers are too far apart/,
    ],
    [
      "a state's number too close to the others to be squared",
      "hazard",
      ["id,framework,joined,x", "A,x,2020-01-05,0", "B,x,2021-01-05,1e-200", "C,x,,0"],
      /b\.csv:3:16: x is "1e-200"; expected a smaller unit, or a slip mended: with it, numbers are too close/,
    ],
    [
      "a hexadecimal covariate",
      "hazard",
      ["id,period,event,x", ...Array.from({ length: 40 }, (_, i) => `s${i},1,0,${i === 3 ? "0x10" : i}`)],
      /b\.csv:5:8: x is "0x10"; expected a number/,
    ],
    [
      "events at one time",
      "period",
      ["date", ...Array.from({ length: 20 }, () => "2001-01-01")],
      /all 20 events are at one time, 2001\.\d+; times that differ would be enough/,
    ],
    [
      "a date with slashes",
      "period",
      ["date", "2001/05/12"],
      /b\.csv:2:1: date is "2001\/05\/12"; expected a date/,
    ],
    [
      "a date without hyphens",
      "lead",
      ["date,bloc", "20010512,EAST"],
      /b\.csv:2:1: date is "20010512"; expected a date/,
    ],
    ["one value", "changepoint", ["value", "1"], /b\.csv: 1 value cannot show a change/],
    [
      "a count beyond all counting",
      "baseline",
      ["year,count", ...years(40, (i) => (i === 3 ? "1e308" : i))],
      /b\.csv:5:6: count is "1e308"; expected a whole number/,
    ],
    [
      "firsts at one time",
      "lead",
      ["year,bloc", ...Array.from({ length: 20 }, (_, i) => `1960,${i % 2 ? "EAST" : "WEST"}`)],
      /all 20 firsts are at one time/,
    ],
    ["one side", "lead", ["year,bloc", ...years(20, () => "EAST")], /only one side/],
  ])("%s", async (_what, verb, lines, said) => {
    const band = verb === "period" ? ["--min", "2", "--max", "20"] : [];
    const { exitCode, err, out } = await tocsin("series", verb, file("b.csv", lines), ...band, "--json");
    expect(err).toMatch(said);
    expect(err).not.toMatch(/\n/);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
  });
});

test("who joins next is told with a verdict on whether a constant hazard is as good", async () => {
  const joined = (n: number) => (n < 25 ? `20${10 + (n >> 1)}-0${1 + (n % 9)}` : "");
  const rows = Array.from({ length: 60 }, (_, n) => `S${n},x,${joined(n)},${"abc"[n % 3]}`);
  const states = file("states.csv", ["id,framework,joined,group", ...rows]);
  const { out } = await tocsin("series", "hazard", states);
  expect(out).toMatch(/A constant hazard is as good, as far as is shown: -?0\.\d+ nats an event over it/);
  expect(out).toMatch(/probability that nothing here tells states apart is \d+ %/);
  const told = JSON.parse((await tocsin("series", "hazard", states, "--json")).out) as {
    frameworks: { x: { weightOfConstant: number; verdict: string } };
  };
  expect(told.frameworks.x.weightOfConstant).toBeGreaterThan(0.4);
  expect(out).toContain(told.frameworks.x.verdict);
});

test("a period without a band is wrong use", async () => {
  const { exitCode, err } = await tocsin("series", "period", file("e.csv", ["date", ...days]), "--min", "2");
  expect({ exitCode, err }).toEqual({
    exitCode: 2,
    err: expect.stringMatching(/needs --min and --max/) as string,
  });
});

test.each([
  [
    "period",
    ["--min", "2", "--max", "20", "--simulations", "1"],
    /--simulations is "1"; a whole number from 19/,
  ],
  ["period", ["--min", "2", "--max", "20", "--at", "3"], /--at is for a series; these rows are events/],
  ["baseline", ["--count", "count", "--value", "count"], /give --count or --value, not both/],
  ["survival", ["--covariates", "x,x"], /--covariates names x twice/],
])("%s with options that mean nothing is wrong use: %s", async (verb, options, said) => {
  const { exitCode, err } = await tocsin("series", verb, file("o.csv", ["date,kind", ...days]), ...options);
  expect({ exitCode, err }).toEqual({ exitCode: 2, err: expect.stringMatching(said) as string });
});

test("a window that ends before anybody could join is wrong use", async () => {
  const states = file("w.csv", ["id,framework,joined", "A,x,2020-01-05", "B,x,2021-02-05", "C,x,"]);
  const { exitCode, err } = await tocsin("series", "hazard", states, "--from", "2030-01-01");
  expect(exitCode).toBe(2);
  expect(err).toMatch(/no month to watch is left by --from 2030-01-01; an earlier --from/);
  const once = file("once.csv", ["id,framework,joined", "A,x,2020-01-05", "B,x,2020-01-07", "C,x,"]);
  expect(await tocsin("series", "hazard", once)).toMatchObject({
    exitCode: 1,
    err: expect.stringMatching(/once\.csv: all that joined did so within one month; expected/) as string,
  });
});

const SUNSPOTS = "../shared/data/forecast/timeseries/sunspots_1700_2008.csv";
test.skipIf(!existsSync(SUNSPOTS))(
  "sunspots are shown to come in 11 years, with the reference power",
  async () => {
    const asked = ["--min", "5", "--max", "50", "--at", "11,22", "--simulations", "199", "--json"];
    const { out } = await tocsin("series", "period", SUNSPOTS, ...asked);
    const { powerAt, verdict, p } = JSON.parse(out) as {
      powerAt: Record<string, number>;
      verdict: string;
      p: object;
    };
    expect(powerAt["11"]).toBeCloseTo(0.27644709772067105, 10);
    expect(powerAt["22"]).toBeCloseTo(0.005393173263857582, 10);
    expect(Object.keys(p)).toEqual(["white noise", "red noise", "trend and red noise"]);
    expect(verdict).toMatch(/^A cycle of 11 years is shown/);
  },
);
