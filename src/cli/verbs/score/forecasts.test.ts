import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const file = (name: string, text: string | Uint8Array) => {
  writeFileSync(path.join(home, name), text);
  return path.join(home, name);
};

test("columns may stand in any order among others, and lines may end as on Windows", async () => {
  const csv = file("any.csv", 'outcome, note, p\r\n1,"a, b",0.8\r\n0.0,,2e-1\r\n1.0,,.5\r\n');
  const { out, exitCode } = await tocsin("score", "forecasts", csv, "--json");
  const scores = JSON.parse(out) as Record<string, number>;
  expect(exitCode).toBe(0);
  expect(scores).toMatchObject({ n: 3, questions: 3, logClip: 1e-6, decided: 0 });
  expect(scores.brier).toBeCloseTo((0.04 + 0.04 + 0.25) / 3, 14);
  const { reliability, resolution, uncertainty, withinBinVariance, withinBinCovariance } = scores;
  const sum = reliability! - resolution! + uncertainty! + withinBinVariance! - 2 * withinBinCovariance!;
  expect(Math.abs(sum - scores.brier!)).toBeLessThan(1e-12);
});

test("a table tells the figures, why no skill is claimed, and the diagram", async () => {
  const csv = file("few.csv", "p,outcome,question,reference\n0.8,1,a,0.5\n0.3,0,b,0.5\n0.6,1,b,0.5\n");
  const { out } = await tocsin("score", "forecasts", csv, "--bins", "4");
  expect(out).toMatch(/^3 forecasts of 2 questions/);
  expect(out).toMatch(/No claim: 2 questions/);
  expect(out).toMatch(/skill against the reference/);
  expect(out).toMatch(/50 % to 75 % +1 +0\.6000 +1\.0000/);
});

test("decided questions are told apart: said on standard error, and scored without", async () => {
  const csv = file("decided.csv", "p,outcome\n0.7,1\n1,1\n0,0\n1,0\n");
  const { out, err } = await tocsin("score", "forecasts", csv, "--json");
  expect(err).toMatch(/decided\.csv:3: 2 of 4 rows say exactly 0 or 1 and are right, .*; expected forecasts/);
  const { n, decided, open, skill } = JSON.parse(out) as {
    n: number;
    decided: number;
    open: { n: number };
    skill: { baseRate: { isClaimed: boolean } };
  };
  expect({ n, decided, open: open.n, isClaimed: skill.baseRate.isClaimed }).toEqual({
    n: 4,
    decided: 2,
    open: 2,
    isClaimed: false,
  });
});

test.each([
  ["p above 1", "p,outcome\n0.5,1\n1.2,0\n", /:3:1: p is "1\.2"; expected a probability from 0 to 1$/],
  ["NaN", "outcome,p\n1,NaN\n", /:2:3: p is "NaN"; expected a probability/],
  ["an empty p", "p,outcome\n,1\n", /:2:1: p is empty; expected a probability/],
  ["per cent", "p,outcome\n34 %,1\n", /:2:1: p is "34 %"; expected a probability/],
  ["an outcome between", "p,outcome\n0.5,0.5\n", /:2:5: outcome is "0\.5"; expected 0 or 1/],
  ["an open question", "p,outcome\n0.5,\n", /:2:5: outcome is empty; expected 0 or 1: leave out/],
  ["no question", "p,outcome,question\n0.5,1,\n", /:2:7: question is empty; expected the name/],
  ["a missing column", "p,outcom\n0.5,1\n", /:1:3: no column "outcome", but "outcom"; expected a column/],
  ["two columns of one name", "p,p,outcome\n0.5,1,1\n", /:1:3: a second column "p"/],
  ["a ragged row", "p,outcome\n0.5,1,9\n", /:2:\d+: 3 fields; expected 2/],
  ["nothing below the header", "p,outcome\n", /:1: no row below the header; expected a row/],
  ["an empty file", "", /:1:1: an empty file; expected a header/],
  ["bytes that are no text", Uint8Array.of(0x70, 0xff), /:1:2: byte 0xFF/],
  ["many faults", "p,outcome\n2,1\n3,1\n4,1\n", /:2:1: p is "2" \(and 2 more faults\); expected/],
])("%s exits 1 in one line", async (_what, text, said) => {
  const { exitCode, err, out } = await tocsin("score", "forecasts", file("bad.csv", text), "--json");
  expect(err).toMatch(said);
  expect(err).not.toMatch(/\n/);
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
});

test("bins that are no number are wrong use", async () => {
  const { exitCode, err } = await tocsin(
    "score",
    "forecasts",
    file("x.csv", "p,outcome\n1,1\n"),
    "--bins",
    "0",
  );
  expect({ exitCode, err }).toEqual({
    exitCode: 2,
    err: 'tocsin: --bins is "0"; a whole number from 1 to 1000 would be right',
  });
});
