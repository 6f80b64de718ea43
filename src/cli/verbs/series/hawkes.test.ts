import { writeFileSync } from "node:fs";
import path from "node:path";
import { randomStream } from "#science/numbers/index.ts";
import { simulateHawkes, type EventHistory } from "#science/series/index.ts";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const file = (name: string, text: string) => {
  writeFileSync(path.join(home, name), text);
  return path.join(home, name);
};
const csv = ({ times, types }: EventHistory, written: (time: number) => string = String) =>
  [
    "time,type",
    ...Array.from(times, (time, n) => `${written(time)},${types[n] === 0 ? "east" : "west"}`),
  ].join("\n");
const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));

interface Answer {
  types: string[];
  a: number[][];
  theta: number;
  logLik: number;
  spectralRadius: number;
  interval: { a: [number, number][][] } | null;
  directions: { from: string; to: string; verdict: string }[];
  rounding: { unit: number | null; ties: number; spread: { times: number } | null };
}
const asked = async (...words: string[]) => {
  const { out, err } = await tocsin("series", "hawkes", ...words, "--json");
  expect(err).toBe("");
  return JSON.parse(out) as Answer;
};

const model = {
  baseline: { segments: 0, duration: 400 },
  mu: rows([0.2], [0.4]),
  a: rows([0.1, 0.6], [0, 0.1]),
  theta: 1,
};
const history = simulateHawkes(model, randomStream("one way"));

test("reaction one way is shown that way alone, with its interval", async () => {
  const answer = await asked(file("one.csv", csv(history)), "--bootstrap", "0");
  expect(answer.types).toEqual(["east", "west"]);
  const verdicts = answer.directions.map(({ from, to, verdict }) => `${from} to ${to}: ${verdict}`);
  expect(verdicts[0]).toBe("west to east: shown");
  expect(verdicts[1]).not.toMatch(/shown/);
  const [low, high] = answer.interval!.a[0]![1]!;
  expect(low).toBeLessThan(0.6);
  expect(high).toBeGreaterThan(0.6);
  expect(answer.interval!.a[1]![0]![0]).toBe(0);
});

test("the same seed gives the same answer, and the order of events rounded to a day is drawn", async () => {
  const days = file(
    "days.csv",
    csv(history, (time) => String(Math.floor(time * 10) / 10)),
  );
  const answers = [await asked(days, "--no-interval"), await asked(days, "--no-interval")];
  expect(answers[0]!.logLik).toBe(answers[1]!.logLik);
  expect(answers[0]!.rounding.ties).toBeGreaterThan(0);
  expect(answers[0]!.rounding.unit).toBeCloseTo(0.1, 9);
  expect(answers[0]!.rounding.spread!.times).toBe(5);
});

test("calendar days are read as days", async () => {
  const day = (time: number) => new Date(time * 86_400_000).toISOString().slice(0, 10);
  const slow = { ...model, baseline: { segments: 0, duration: 20_000 }, theta: 0.02 };
  const scaled = { ...slow, mu: rows([0.004], [0.008]) };
  const answer = await asked(
    file("dates.csv", csv(simulateHawkes(scaled, randomStream("dates")), day)),
    "--no-interval",
  );
  expect(answer.rounding.unit).toBe(1);
  expect(answer.spectralRadius).toBeLessThan(1);
});

test("moments of days are read as parts of days, from any zone", async () => {
  const moment = (time: number) => new Date(time * 86_400_000).toISOString();
  const slow = { ...model, baseline: { segments: 0, duration: 2000 }, theta: 0.5 };
  const history = simulateHawkes({ ...slow, mu: rows([0.04], [0.08]) }, randomStream("moments"));
  const first = await asked(file("utc.csv", csv(history, moment)), "--no-interval");
  const away = (time: number) => moment(time + 5.5 / 24).replace("Z", "+05:30");
  const second = await asked(file("away.csv", csv(history, away)), "--no-interval");
  expect(first.rounding.unit).toBeNull();
  expect(second.theta).toBeCloseTo(first.theta, 9);
});

test("events in any order, in columns of any name, are the same events", async () => {
  const [head, ...lines] = csv(history).split("\n");
  const answer = await asked(file("in-order.csv", [head, ...lines].join("\n")), "--no-interval");
  const latestFirst = ["Date,note,actor", ...lines.toReversed().map((line) => line.replace(",", ',"a, b",'))];
  const other = await asked(file("other.csv", latestFirst.join("\r\n")), "--no-interval", "--type", "actor");
  expect({ ...other, fitMs: 0 }).toEqual({ ...answer, fitMs: 0 });
  const alone = ["t", ...lines.map((line) => line.split(",")[0]!)].join("\n");
  expect((await asked(file("alone.csv", alone), "--no-interval")).types).toEqual(["all"]);
});

const few = "time,type\n1,a\n2,b\n3,a\n4,b\n5,a\n";
const twenty = Array.from({ length: 40 }, (_, n) => `${n},${n % 2}`);
test.each([
  ["five events", few, /type a has 3 events; at least 10 of every type are needed/],
  ["no time", `when,type\n1,a\n`, /h\.csv:1: no column "time" or "date" among when, type; .*: --time/],
  ["a time that is none", `time,type\nNaN,a\n3,b\n`, /h\.csv:2:1: time is "NaN"; expected a number/],
  ["a hexadecimal time", `time,type\n0x1,a\n3,b\n`, /h\.csv:2:1: time is "0x1"; expected a number/],
  ["a negative time", `time,type\n-1,a\n3,b\n`, /h\.csv:2:1: time is "-1"; expected no time before 0/],
  ["no type", `time,kind\n1,a\n3,b\n`, /h\.csv:1: no column "type" among kind; expected time,type/],
  [
    "ties that no rounding explains",
    `time,type\n${twenty.map((row, n) => (n === 7 ? `6.123,0\n6.123,1` : row)).join("\n")}\n39.5001,1`,
    /h\.csv: event 9 shares a time with the one before, though times are not rounded; merge/,
  ],
  [
    "every event at one time",
    `time,type\n${"5,a\n5,b\n".repeat(20)}`,
    /h\.csv: all 40 events are at one time, 5; times that differ would be enough/,
  ],
])("%s exits 1 in one line", async (_what, text, said) => {
  const { exitCode, err, out } = await tocsin("series", "hawkes", file("h.csv", text), "--json");
  expect(err).toMatch(said);
  expect(err).not.toMatch(/\n/);
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
});
