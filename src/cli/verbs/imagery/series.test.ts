import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);

/** Four years of dates every 16 days, a step down from 2019-03-06 on; every tenth row is masked rubbish. */
function file(
  name: string,
  rows: (date: string, value: number, i: number) => string,
  header = "date,value,mask",
) {
  const lines = Array.from({ length: 92 }, (_, i) => {
    const date = new Date(Date.UTC(2017, 0, 1) + i * 16 * 86_400_000).toISOString().slice(0, 10);
    const value =
      0.5 +
      0.2 * Math.sin((2 * Math.PI * i) / 22.8) +
      0.01 * ((i * 7) % 5) -
      (date >= "2019-03-06" ? 0.25 : 0);
    return rows(date, value, i);
  });
  const at = path.join(home, name);
  writeFileSync(at, [header, ...lines].join("\n"));
  return at;
}

test("a step is dated, masked rows are left out", async () => {
  const rows = (date: string, value: number, i: number) =>
    i % 10 === 5 ? `${date},-9,1` : `${date},${value},0`;
  const { out, exitCode } = await tocsin("imagery", "series", file("step.csv", rows), "--json");
  expect(exitCode).toBe(0);
  const told = JSON.parse(out);
  expect(told).toMatchObject({ n: 92, clear: 83 });
  expect(told.breaks).toHaveLength(1);
  expect(told.breaks[0].date).toBe("2019-03-12");
  expect(told.breaks[0].step).toBeCloseTo(-0.25, 1);
});

test("what is no series is one clear line", async () => {
  const short = file("short.csv", (date, value, i) => (i < 9 ? `${date},${value},0` : `${date},,0`));
  const words = file("words.csv", (date, _, i) => `${date},${i === 3 ? "high" : 1},0`);
  expect(await tocsin("imagery", "series", short)).toMatchObject({
    exitCode: 1,
    err: expect.stringMatching(/9 clear dates; at least 16/) as string,
  });
  expect(await tocsin("imagery", "series", words)).toMatchObject({
    exitCode: 1,
    err: expect.stringMatching(/words.csv:5:\d+: value is "high"; expected a number/) as string,
  });
});
