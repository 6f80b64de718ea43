import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Assessment } from "#model/assessment.ts";
import { type Raster, type Samples, writeGeoTiff } from "#science/imagery/index.ts";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const SIDE = 64;
const STEP = 0.0001;
/** The laser site of Krona, in the middle of the pictures. */
const [LAT, LON] = [43.7169, 41.2317];
const GRID = {
  epsg: 4326,
  geotransform: [LON - (SIDE / 2) * STEP, STEP, 0, LAT + (SIDE / 2) * STEP, 0, -STEP],
} as const;

/** Four bands of fields, new ground on two squares where something was built. */
function picture(seed: string, isBuilt: boolean): string {
  const random = randomStream(seed);
  const isNew = (x: number, y: number) => (x >= 8 && x < 20 && y >= 8 && y < 20) || (x >= 44 && y >= 44);
  const bands = Array.from({ length: 4 }, (_, k): Samples =>
    Uint16Array.from({ length: SIDE * SIDE }, (__, i) => {
      const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
      const field = (Math.imul((x >> 3) * 31 + (y >> 3) * 17 + 5, 2_654_435_761) >>> 8) % 5;
      const built = isBuilt && isNew(x, y) && x < 56 && y < 56 ? 2500 : 0;
      return 900 + 300 * ((field * (k + 2)) % 5) + built + 25 * standardNormal(random);
    }),
  );
  const raster: Raster = {
    ...{ width: SIDE, height: SIDE, bands, noData: null, mask: null, grid: GRID },
    ...{ scales: [1, 1, 1, 1], offsets: [0, 0, 0, 0] },
  };
  const file = path.join(home, `${seed}.tif`);
  writeFileSync(file, writeGeoTiff(raster));
  return file;
}

const [before, built, later] = [picture("a", false), picture("b", true), picture("c", true)];
/** No cloud on any date. */
const clear = path.join(home, "clear.tif");
writeFileSync(
  clear,
  writeGeoTiff({
    ...{ width: SIDE, height: SIDE, bands: [new Uint8Array(SIDE * SIDE)], noData: null, mask: null },
    ...{ grid: GRID, scales: [1], offsets: [0] },
  }),
);

/** Two places of new ground, compared in time or in hindsight; the confirmed findings' ids. */
async function compared([first, second, third]: readonly [string, string, string]): Promise<string[]> {
  const dates = ["--before", first, "--after", second, "--confirm", later, "--confirmed-on", third];
  const masks = ["--mask", [clear, clear, clear].join(",")];
  const { out } = await tocsin(
    "imagery",
    "compare",
    before,
    built,
    "--site",
    "KRONA-LASER",
    ...dates,
    ...masks,
    "--json",
  );
  const { findings } = JSON.parse(out) as { findings: { observation: string; status: string }[] };
  expect(findings.map(({ status }) => status)).toEqual(["confirmed", "confirmed"]);
  return findings.map(({ observation }) => observation);
}

async function reading() {
  const { out } = await tocsin("assess", "--json");
  const { indicators, scenarios } = JSON.parse(out) as Assessment;
  const { level, value, observations } = indicators.find(({ id }) => id === "S2-13")!;
  const { critical } = scenarios.find(({ id }) => id === "competition")!.states;
  return { level, value, observations, critical };
}

const decide = (...words: string[]) => tocsin("review", ...words, "--by", "analyst");

describe("findings and the indicator that reads them", () => {
  let [ids, silent, old] = [[], null, []] as unknown as [
    string[],
    Awaited<ReturnType<typeof reading>>,
    string[],
  ];
  beforeAll(async () => {
    expect((await reading()).level, "nobody has looked yet").toBe("unknown");
    ids = await compared(["2026-09-01", "2026-10-01", "2026-11-01"]);
    old = await compared(["2025-03-01", "2025-04-01", "2025-05-01"]);
    silent = await reading();
  }, 240_000);

  test("a finding that waits moves nothing, and a month looked at is too short a silence to read", () => {
    expect(silent).toMatchObject({ level: "unknown", value: null, observations: [] });
  });

  test("a dismissed finding moves nothing", async () => {
    await decide("reject", ids[0]!, "--because", "misread");
    expect(await reading()).toEqual(silent);
    await decide("undo", ids[0]!);
  });

  test("a finding told in hindsight is entered and moves nothing", async () => {
    await decide("accept", old[0]!);
    expect(await reading()).toEqual(silent);
  });

  test("an accepted finding moves the indicator, one pair of pictures counts once, and undone it is gone", async () => {
    await decide("accept", ids[0]!);
    const one = await reading();
    expect(one.level).toBe(1);
    expect(one.critical).toBeGreaterThan(silent.critical);
    expect(one.observations).toEqual([`reviewed/${ids[0]!}`]);
    await decide("accept", ids[1]!);
    const two = await reading();
    expect(two.value).toBeCloseTo(one.value!, 6);
    expect(two.observations).toHaveLength(2);
    for (const id of ids) await decide("undo", id);
    expect(await reading()).toEqual(silent);
  }, 240_000);
});
