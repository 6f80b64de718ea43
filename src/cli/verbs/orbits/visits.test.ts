import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const folder = temporaryFolder();
const run = commandLine(folder);

/** Two weeks of GEO over 19°: the mean anomaly follows the sidereal angle. */
const MESSAGES = [23519, 23520].flatMap((id) =>
  [0, 7, 14].map((days) => ({
    OBJECT_NAME: `SAT ${id}`,
    NORAD_CAT_ID: id,
    EPOCH: `2024-01-${String(1 + days).padStart(2, "0")}T00:00:00`,
    MEAN_MOTION: 1.002_724,
    ECCENTRICITY: 0,
    INCLINATION: 0.02,
    RA_OF_ASC_NODE: 0,
    ARG_OF_PERICENTER: 0,
    MEAN_ANOMALY: (100.1 + 19 + 0.9856 * days + (id - 23519) * 0.1) % 360,
    BSTAR: 0,
  })),
);

test("stays come as one JSON object a line, or as a table", async () => {
  const file = path.join(folder, "geo.json");
  writeFileSync(file, JSON.stringify(MESSAGES));
  const { exitCode, out } = await run("orbits", "visits", "--elements", file, "--json");
  const rows = out.split("\n").map((line) => JSON.parse(line));
  expect(exitCode).toBe(0);
  expect(rows.length).toBe(2);
  expect(rows[0]).toMatchObject({
    id: 23519,
    name: "SAT 23519",
    kind: "stay",
    from: "2024-01-01T00:00:00.000Z",
    to: "2024-01-15T00:00:00.000Z",
    neighbours: [{ id: 23520, name: "SAT 23520", minDeg: expect.closeTo(0.1, 3) }],
  });
  expect(rows[0].lonDeg).toBeCloseTo(19, 0);
  const { out: shown } = await run("orbits", "visits", "--elements", file);
  expect(shown).toMatch(/23519 +SAT 23519 +stay +2024-01-01 +2024-01-15 .*SAT 23520 0\.10°/);
});
