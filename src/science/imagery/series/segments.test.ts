import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { seriesBreaks } from "./segments.ts";

const SIMTS = "../shared/data/geo/series/bfast/simts.csv";
test.skipIf(!existsSync(SIMTS))("the season that shrinks in bfast's simulated series is dated", () => {
  const rows = readFileSync(SIMTS, "utf8").trim().split("\n").slice(1);
  const values = Float64Array.from(rows, (row) =>
    row.split(",").reduce((sum, part) => sum + Number(part), 0),
  );
  const { breaks } = seriesBreaks(
    values.map((_, i) => 2000 + i / 23),
    values,
  );
  expect(breaks.map(({ at }) => at)).toEqual([99]);
});

/** Eight years of a season with noise of 0.03, 23 dates a year of which a third is missing. */
function planted(seed: number, break_: { readonly step: number } | null, cloudShare = 0) {
  const random = randomStream(`series ${seed}`);
  const years: number[] = [];
  for (let i = 0; i < 23 * 8; i++) if (random() < 0.67) years.push(2010 + (i + 0.6 * random()) / 23);
  const at = Math.floor(years.length * (0.3 + 0.4 * random()));
  const values = years.map((year, i) => {
    const cloud = random() < cloudShare ? -0.2 - 0.3 * random() : 0;
    const step = break_ !== null && i >= at ? break_.step : 0;
    return 0.5 + 0.2 * Math.sin(2 * Math.PI * year) + step + cloud + 0.03 * standardNormal(random);
  });
  return { years: Float64Array.from(years), values: Float64Array.from(values), at };
}

test("steps of five sigmas are dated within one clear date, steady series are left alone", () => {
  let [within, alarms] = [0, 0];
  for (let seed = 0; seed < 20; seed++) {
    const { years, values, at } = planted(seed, { step: -0.15 });
    if (seriesBreaks(years, values).breaks.some((one) => Math.abs(one.at - at) <= 1)) within++;
    const steady = planted(seed + 100, null);
    alarms += seriesBreaks(steady.years, steady.values).breaks.length;
  }
  expect(within).toBeGreaterThanOrEqual(18);
  expect(alarms).toBeLessThanOrEqual(1);
});

test.each([0.1, 0.2])(
  "a share of %d of clouds that no mask has caught neither hides steps nor makes any",
  (share) => {
    let [within, alarms] = [0, 0];
    for (let seed = 0; seed < 10; seed++) {
      const { years, values, at } = planted(seed, { step: -0.2 }, share);
      if (seriesBreaks(years, values).breaks.some((one) => Math.abs(one.at - at) <= 1)) within++;
      const steady = planted(seed + 100, null, share);
      alarms += seriesBreaks(steady.years, steady.values).breaks.length;
    }
    expect(within).toBeGreaterThanOrEqual(7);
    expect(alarms).toBeLessThanOrEqual(1);
  },
);

test("a cloud is told as a spike, a step without noise to its date", () => {
  const { years } = planted(0, null);
  const values = years.map((_, i) => (i >= 60 ? 1 : 0));
  values[30] = -2;
  const { breaks, spikes } = seriesBreaks(years, values);
  expect(breaks).toMatchObject([{ at: 60 }]);
  expect(breaks[0]!.step).toBeCloseTo(1, 6);
  expect(spikes).toEqual([30]);
});

test("too short a series is refused", () => {
  expect(() => seriesBreaks(new Float64Array(8), new Float64Array(8))).toThrow(/8 clear dates/);
});
