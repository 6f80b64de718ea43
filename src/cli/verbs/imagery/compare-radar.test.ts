import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { simulatedStack, writeGeoTiff } from "#science/imagery/index.ts";
import { randomStream } from "#science/numbers/index.ts";
import type { Comparison } from "#model/comparison.ts";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const [SIDE, BEFORE, AFTER] = [64, 13, 3];
const isBuilt = (i: number) => i % SIDE >= 20 && i % SIDE < 26 && i >= 30 * SIDE && i < 36 * SIDE;
const files = simulatedStack({
  ...{ side: SIDE, dates: BEFORE + AFTER, looks: 4.4, naturalDb: 1, random: randomStream("radar site") },
  changeDb: (pixel, date) => (date >= BEFORE && isBuilt(pixel) ? 6 : 0),
}).map((band, date) => {
  const file = path.join(home, `radar ${date}.tif`);
  const raster = { width: SIDE, height: SIDE, bands: [band], noData: null, mask: null };
  const grid = { epsg: null, geotransform: null };
  writeFileSync(file, writeGeoTiff({ ...raster, grid, scales: [1], offsets: [0] }));
  return file;
});

test("radar pictures of a past are asked all at once, and say how often they are wrong there", async () => {
  const [before, after, ...confirm] = files.slice(BEFORE - 1) as [string, string, ...string[]];
  const days = ["--before", "2026-06-01", "--after", "2026-06-13", "--confirmed-on", "2026-06-25,2026-07-07"];
  const more = ["--confirm", confirm.join(","), "--history", files.slice(0, BEFORE - 1).join(","), "--json"];
  const { out } = await tocsin("imagery", "compare", before, after, "--site", "TAIYUAN", ...days, ...more);
  const { findings, measured, falseAlarms, later } = JSON.parse(out) as Comparison;
  expect(findings).toMatchObject([
    {
      ...{ status: "confirmed", lastBefore: "2026-06-01", firstSeen: "2026-06-13" },
      seenOn: ["2026-06-13", "2026-06-25", "2026-07-07"],
    },
  ]);
  expect(measured).toMatchObject({ unit: "t", method: expect.stringContaining("3 radar dates against 13") });
  expect(falseAlarms!.share).toBeLessThan(0.002);
  expect(falseAlarms!.objects).toBeLessThanOrEqual(0.02);
  expect(later).toHaveLength(2);
});
