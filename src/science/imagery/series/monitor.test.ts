import { expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { harmonicBasis } from "./harmonic-basis.ts";
import { firstAlarm } from "./monitor.ts";
import { baselineFitter } from "./robust-baseline.ts";

const RULE = { consecutive: 4, sigmas: 4, leastSigma: 0.01 };

/** Four years of 30 dates; the last of them is watched, `cloudShare` of all dates lies far below. */
function watched(seed: string, cloudShare: number, step: number) {
  const random = randomStream(seed);
  const years = Float64Array.from({ length: 120 }, (_, i) => 2015 + i / 30);
  const values = years.map((year, i) => {
    const cloud = random() < cloudShare ? -0.5 * random() - 0.15 : 0;
    return (
      0.5 + 0.2 * Math.cos(2 * Math.PI * year) + 0.02 * standardNormal(random) + cloud + (i >= 100 ? step : 0)
    );
  });
  const basis = harmonicBasis(years, { harmonics: 1, hasTrend: false });
  const clear = new Uint8Array(120).fill(1);
  const history = clear.map((_, i) => (i < 90 ? 1 : 0));
  const baseline = baselineFitter(basis)(values, history)!;
  return { baseline, alarm: firstAlarm(basis, baseline, { values, clear, start: 90 }, RULE) };
}

test("a step is dated to its first date and confirmed by the fourth", () => {
  expect(watched("step", 0, -0.2).alarm).toEqual({ from: 100, confirmed: 103, sign: -1 });
  expect(watched("steady", 0, 0).alarm).toBe(null);
});

test.each([0, 0.15, 0.3])(
  "a mask that misses %d of the clouds neither widens the baseline nor hides a step",
  (share) => {
    let [found, sigma] = [0, 0];
    for (let seed = 0; seed < 10; seed++) {
      const { baseline, alarm } = watched(`cloud ${seed}`, share, 0.25);
      if (alarm !== null && alarm.from >= 100) found++;
      sigma = Math.max(sigma, baseline.sigma);
    }
    // with clouds among the watched dates a run of four takes longer, and sometimes does not come
    expect(found).toBeGreaterThanOrEqual(share === 0 ? 10 : 7);
    expect(sigma).toBeLessThan(0.06);
  },
);

test("the fitter finds level and season, and refuses what is too short", () => {
  const { baseline } = watched("fit", 0, 0);
  const [level, cosine, sine] = baseline.model;
  expect(level).toBeCloseTo(0.5, 1);
  expect(cosine).toBeCloseTo(0.2, 1);
  expect(sine).toBeCloseTo(0, 1);
  const basis = harmonicBasis([2015, 2015.2, 2015.4], { harmonics: 1, hasTrend: false });
  expect(baselineFitter(basis)([1, 2, 3], [1, 1, 1])).toBe(null);
});
