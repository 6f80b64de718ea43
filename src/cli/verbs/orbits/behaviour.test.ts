import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const folder = temporaryFolder();
const run = commandLine(folder);

/** Forty days of two satellites in one plane; the first is raised by 3 m/s at noon of the twentieth. */
const MESSAGES = [90_001, 90_002].flatMap((id) =>
  Array.from({ length: 40 }, (_, day) => {
    const [rate, step] = [14.2, id === 90_001 ? -0.0171 : 0];
    const since = Math.max(day - 20.5, 0);
    const turns = rate * day + step * since;
    return {
      NORAD_CAT_ID: id,
      EPOCH: new Date(Date.UTC(2024, 0, 1 + day)).toISOString(),
      MEAN_MOTION: rate + (day > 20 ? step : 0),
      ECCENTRICITY: 0.001,
      INCLINATION: 66,
      RA_OF_ASC_NODE: 10,
      ARG_OF_PERICENTER: 90,
      MEAN_ANOMALY: 360 * (turns - Math.floor(turns)),
      BSTAR: 0,
    };
  }),
);

function given(): string {
  const file = path.join(folder, "two.json");
  writeFileSync(file, JSON.stringify(MESSAGES));
  return file;
}

test("a manoeuvre comes as one JSON object, and a confidence that is none is refused", async () => {
  const { exitCode, out } = await run("orbits", "manoeuvres", "--elements", given(), "--json");
  expect(exitCode).toBe(0);
  const [row, ...others] = out.split("\n").map((line) => JSON.parse(line));
  expect(others).toEqual([]);
  expect(row).toMatchObject({ id: 90_001, kind: "in-track", dvMs: expect.closeTo(3, 0) });
  expect(Math.abs(Date.parse(row.time) - Date.UTC(2024, 0, 21, 12))).toBeLessThan(12 * 3_600_000);
  const wrong = await run("orbits", "manoeuvres", "--elements", given(), "--confidence", "high");
  expect([wrong.exitCode, wrong.err]).toEqual([2, expect.stringMatching(/--confidence is "high"/)]);
});

test("of a history too short to judge it is said that nothing can be said", async () => {
  const short = path.join(folder, "short.json");
  writeFileSync(short, JSON.stringify(MESSAGES.slice(0, 3)));
  const { exitCode, err } = await run("orbits", "manoeuvres", "--elements", short, "--json");
  expect([exitCode, err]).toEqual([
    0,
    expect.stringMatching(/^of 1 object, 1 with fewer than 12 element sets: too few/),
  ]);
});

test("who flies in a watched plane comes as one JSON object, and a watched one without a number is refused", async () => {
  const { out } = await run("orbits", "shadowing", "--elements", given(), "--watched", "90001", "--json");
  expect(JSON.parse(out)).toMatchObject({ id: 90_002, watched: 90_001, minPlaneDeg: 0 });
  const wrong = await run("orbits", "shadowing", "--elements", given(), "--watched", "USA 326");
  expect([wrong.exitCode, wrong.err]).toEqual([2, expect.stringMatching(/--watched has "USA 326"/)]);
  const absent = await run("orbits", "shadowing", "--elements", given(), "--watched", "25544");
  expect([absent.exitCode, absent.err]).toEqual([1, expect.stringMatching(/no element set of object 25544/)]);
});
