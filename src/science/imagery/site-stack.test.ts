import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { simulatedStack } from "./radar/simulated-stack.ts";
import type { Raster } from "./raster.ts";
import { siteChange } from "./site-change.ts";

const [SIDE, DATES, BUILT] = [64, 21, 15];
const QUESTION = { kind: "sar", leastPixels: 4, shiftLimitPx: 5 } as const;
const isBuilt = (i: number) =>
  i % SIDE >= 20 && i % SIDE < 26 && Math.floor(i / SIDE) >= 30 && Math.floor(i / SIDE) < 36;

function rasters(stepDb: number): Raster[] {
  const [vv, vh] = ["VV", "VH"].map((one) =>
    simulatedStack({
      ...{ side: SIDE, dates: DATES, looks: 4.4, naturalDb: 1, random: randomStream(`site stack ${one}`) },
      changeDb: (pixel, date) => (date >= BUILT && isBuilt(pixel) ? stepDb : 0),
    }),
  ) as [Float32Array[], Float32Array[]];
  return vv.map((band, date) => ({
    ...{ width: SIDE, height: SIDE, bands: [band, vh[date]!], noData: null, mask: null },
    ...{ grid: { epsg: null, geotransform: null }, scales: [1, 1], offsets: [0, 0] },
  }));
}

const dates = rasters(5);
const dated = (k: number) => ({ date: `day ${k}`, raster: dates[k]!, isMasked: true });
const from = (after: number, later: number) => ({
  ...{ before: dated(after - 1), after: dated(after), earlier: dates.slice(0, after - 1) },
  later: Array.from({ length: later }, (_, k) => dated(after + 1 + k)),
});

test("what is built is found by all dates at once, dated, and confirmed by the dates that show it", () => {
  const { groups, history } = siteChange(from(BUILT, 2), QUESTION);
  expect(groups).toMatchObject([
    {
      standing: { status: "confirmed", seenOn: ["day 16", "day 17"], missedOn: [] },
      dated: { lastBefore: "day 14", first: "day 15" },
    },
  ]);
  expect(history!.measured).toBeLessThan(2 * history!.stated);
  expect(history!.falseObjects).toBeLessThanOrEqual(0.02);
});

test("a change on a later date than the one after is dated to it and no more than a candidate", () => {
  expect(siteChange(from(BUILT - 1, 2), QUESTION).groups).toMatchObject([
    { standing: { status: "candidate" }, dated: { lastBefore: "day 14", first: "day 15" } },
  ]);
});

test("what had changed before the pair is no change of it", () => {
  const { groups } = siteChange(from(BUILT + 2, 2), QUESTION);
  expect(groups).toHaveLength(1);
  for (const { standing, dated: when } of groups) {
    expect(standing.status).toBe("gone");
    expect(when).toEqual({ lastBefore: null, first: `day ${BUILT + 1}` });
  }
});

test("a past too short to learn from leaves the pair to itself", () => {
  expect(siteChange({ ...from(BUILT, 2), earlier: dates.slice(0, 5) }, QUESTION).history).toBeNull();
});
