import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const ISS = `ISS
1 25544U 98067A   25244.16084884  .00016000  00000-0  28453-3 0  9990
2 25544  51.6343 304.4450 0004748 349.3071  10.7521 15.50047605527137
`;
const DECAYING = `1 29141U 85108AA  06170.26783845  .99999999  00000-0  13519-0 0   718
2 29141  82.4288 273.4882 0015848 277.2124  83.9133 15.93343074  6828`;

const folder = temporaryFolder();
const run = commandLine(folder);

function fileOf(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const elements = fileOf("elements", ISS.replace(/^(.{68}).$/gm, "$1"));
const passes = (...argv: string[]) =>
  run("orbits", "passes", "--elements", elements, "--from", "2025-09-02", "--days", "1", ...argv);

interface Line {
  readonly rise: string;
  readonly peak: string;
  readonly set: string;
  readonly maxElDeg: number;
}

test("every pass has a line with rise, culmination, set, light and where it was cut", async () => {
  const { exitCode, out, err } = await passes("--site", "-35.4,179.9,200", "--json");
  const lines = out.split("\n").map((line) => JSON.parse(line) as Line);
  expect([exitCode, err]).toEqual([0, ""]);
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    expect(line).toMatchObject({ id: 25544, name: "ISS", sunlit: expect.any(Boolean), clipped: null });
    expect([line.rise, line.peak, line.set].toSorted()).toEqual([line.rise, line.peak, line.set]);
    expect(line.rise).toMatch(/^2025-09-02T\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(line.maxElDeg).toBeGreaterThan(0);
  }
  expect(lines.map(({ rise }) => rise)).toEqual(lines.map(({ rise }) => rise).toSorted());
});

test("a higher horizon leaves the higher passes, and without --json they stand in a table", async () => {
  const rows = async (degrees: string) =>
    (await passes("--site", "40,20", "--min-elevation", degrees)).out.split("\n").length - 1;
  expect(await rows("0")).toBeGreaterThan(await rows("30"));
});

test("many sites are told one after the other, each by its id", async () => {
  const sites = fileOf("sites.csv", "id,lat,lon,alt_m\nA,40,20,100\nB,-40,20,\nC,89.9,0,0\n");
  const { out } = await passes("--sites", sites, "--json");
  const told = out.split("\n").map((line) => (JSON.parse(line) as { site: string }).site);
  expect([...new Set(told)]).toEqual(["A", "B"]);
  expect(told).toEqual(told.toSorted());
});

test("an object without a position is told, and gives no line", async () => {
  const file = fileOf("decaying", DECAYING);
  const { exitCode, out, err } = await run(
    ...["orbits", "passes", "--elements", file, "--site", "0,0", "--from", "2007-01-01", "--json"],
  );
  expect([exitCode, out]).toEqual([0, ""]);
  expect(err.split("\n")).toEqual([
    expect.stringMatching(/^1 of 1 element sets are more than 14 days off the span, the furthest 196: /),
    "29141: no position from 2007-01-01T00:00:00.000Z on: decayed",
  ]);
});

test("a place that is none is told where it was given", async () => {
  const sites = fileOf("wrong.csv", "id,lat,lon\nA,1,2\nB,91,3\nC,x,3\nA,1,3\n,4,4\n");
  const rows = await passes("--sites", sites);
  expect([rows.exitCode, rows.err.split("\n")]).toEqual([
    1,
    [
      expect.stringMatching(/wrong\.csv:3:3: lat,lon is "91,3"; expected/),
      expect.stringMatching(/wrong\.csv:4:3: /),
      expect.stringMatching(/wrong\.csv:5:1: a second "A"; expected each id once/),
      expect.stringMatching(/wrong\.csv:6:1: id is empty; expected a name/),
    ],
  ]);
  expect(await passes("--site", "95,1")).toMatchObject({
    exitCode: 2,
    err: expect.stringMatching(/--site is "95,1"/),
  });
  expect((await passes()).exitCode).toBe(2);
  expect((await passes("--site", "1,1", "--min-elevation", "90")).exitCode).toBe(2);
});
