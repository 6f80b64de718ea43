import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const HISTORIES = "../shared/data/orbit/histories/gp_history_iridium-33_cosmos-2251.csv.gz";

const folder = temporaryFolder();
const run = commandLine(folder);

/** An OMM of a satellite in a near-circular orbit, that many degrees along it. */
function satellite(id: number, degrees: number, more: Readonly<Record<string, string | number>> = {}) {
  return {
    OBJECT_NAME: `SATELLITE ${id}`,
    NORAD_CAT_ID: id,
    EPOCH: "2026-11-23T00:00:00",
    MEAN_MOTION: 14.5,
    ECCENTRICITY: 0.001,
    INCLINATION: 97,
    RA_OF_ASC_NODE: 10,
    ARG_OF_PERICENTER: 0,
    MEAN_ANOMALY: degrees,
    BSTAR: 0,
    ...more,
  };
}

function fileOf(...satellites: ReturnType<typeof satellite>[]): string {
  const file = path.join(folder, "elements.json");
  writeFileSync(file, JSON.stringify(satellites));
  return file;
}

/** The screening of one day, as JSON Lines. */
const screenDay = (file: string, ...more: readonly string[]) =>
  run("orbits", "screen", "--elements", file, "--from", "2026-11-23", "--days", "1", "--json", ...more);

test("two that fly together are one line over the whole span, the lower number first", async () => {
  const file = fileOf(satellite(100_002, 30.01), satellite(7, 30), satellite(8, 200));
  const { exitCode, out, err } = await screenDay(file);
  expect([exitCode, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject({
    id1: 7,
    id2: 100_002,
    kind: "proximity",
    from: "2026-11-23T00:00:00.000Z",
    to: "2026-11-24T00:00:00.000Z",
    missKm: expect.closeTo(1.24, 1),
  });
  const { out: told } = await run("orbits", "screen", "--elements", file, "--from", "2026-11-23");
  expect(told.split("\n")[1]).toMatch(/proximity +168\.0 h +7 +SATELLITE 7 +100002 +SATELLITE 100002$/);
});

test("some objects against all are told once each, whoever is asked for", async () => {
  const file = fileOf(satellite(9, 30.01), satellite(7, 30), satellite(8, 30.02), satellite(6, 200));
  const pairs = async (only: string) => {
    const { out } = await screenDay(file, "--only", only);
    return out
      .split("\n")
      .map((line): [number, number] => [JSON.parse(line).id1, JSON.parse(line).id2])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  };
  expect(await pairs("7")).toEqual([
    [7, 8],
    [7, 9],
  ]);
  expect(await pairs("9,7")).toEqual([
    [7, 8],
    [7, 9],
    [8, 9],
  ]);
  const absent = await run("orbits", "screen", "--elements", file, "--only", "5");
  expect([absent.exitCode, absent.err]).toEqual([
    1,
    expect.stringMatching(/no element set of object 5; expected one/),
  ]);
});

test("what has no position is counted, with its reason", async () => {
  const file = fileOf(satellite(7, 30), satellite(8, 30, { BSTAR: 0.9, MEAN_MOTION: 16.3 }));
  const { exitCode, out, err } = await run(
    "orbits",
    "screen",
    "--elements",
    file,
    "--from",
    "2026-12-23",
    "--days",
    "1",
    "--json",
  );
  expect([exitCode, out]).toEqual([0, ""]);
  expect(err).toMatch(/^2 of 2 element sets are more than 14 days off the span, the furthest 30: /);
  expect(err).toMatch(/\n1 of 2 objects have no position, 1 from the start on: 1 /);
});

test.skipIf(!existsSync(HISTORIES))(
  `the collision of 2009 is seen from the elements of its eve (needs ${HISTORIES})`,
  async () => {
    const { out } = await run(
      "orbits",
      "screen",
      "--elements",
      HISTORIES,
      "--from",
      "2009-02-10",
      "--days",
      "1",
      "--json",
    );
    const approach = JSON.parse(out);
    expect(approach).toMatchObject({ id1: 22_675, id2: 24_946, kind: "approach" });
    expect(Math.abs(Date.parse(approach.tca) - Date.parse("2009-02-10T16:55:59.8Z"))).toBeLessThan(50);
    expect(approach.missKm).toBeLessThan(1);
    expect(approach.relKmS).toBeCloseTo(11.65, 2);
  },
);

test("words that mean nothing end with 2", async () => {
  const file = fileOf(satellite(7, 30));
  const wrong = async (...words: string[]) => {
    const { exitCode, err } = await run("orbits", "screen", "--elements", file, ...words);
    expect(exitCode).toBe(2);
    return err;
  };
  expect(await wrong("--from", "noon")).toMatch(/--from is "noon"; a day or a UTC moment such as/);
  expect(await wrong("--from", "2026-02-31")).toMatch(/--from is/);
  expect(await wrong("--km", "0")).toMatch(/--km is "0"; a number above 0, up to 100, would be right/);
  expect(await wrong("--only", "7,x")).toMatch(/--only has "x"; catalogue numbers between commas/);
  expect(await wrong("--only", "7", "--days", "20")).toMatch(/--only goes up to --days 14/);
  expect(await wrong("--days", "61")).toMatch(/--days is "61"/);
});
