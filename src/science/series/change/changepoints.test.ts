import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";
import { changepoints } from "./changepoints.ts";
import { levelCost, RunningSums, segment, type SegmentCost } from "./segmentation.ts";

const NILE = "../shared/data/forecast/timeseries/nile_1871_1970.csv";

test.skipIf(!existsSync(NILE))("the Nile fell between 1898 and 1899", () => {
  const flows = readFileSync(NILE, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => Number(row.split(",")[1]));
  const { changepoints: found } = changepoints(Float64Array.from(flows), { random: randomStream(1) });
  expect(found).toHaveLength(1);
  const [{ at, low, high, p, before, after }] = found as [(typeof found)[number]];
  expect(1871 + at).toBe(1899);
  expect([low, high].map((i) => 1871 + i)).toEqual([1897, 1899]);
  expect(p).toBeLessThan(0.01);
  expect([before.mean, after.mean]).toEqual([1097.75, expect.closeTo(849.9722222222222, 10) as number]);
});

/** The best segmentation by trying them all. */
function exhaustive(n: number, cost: SegmentCost, penalty: number, shortest: number): number {
  const best = (from: number): number => {
    let least = cost(from, n);
    for (let at = from + shortest; at <= n - shortest; at++) {
      least = Math.min(least, cost(from, at) + penalty + best(at));
    }
    return least;
  };
  return best(0);
}

test("pruning loses nothing: the segmentation costs no more than the best of all", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 6, maxLength: 14 }),
      fc.double({ min: 0.5, max: 12, noNaN: true }),
      (list, penalty) => {
        const values = Float64Array.from(list);
        const cost = levelCost(new RunningSums(values), 1);
        const bounds = [0, ...segment(values.length, cost, penalty, 2), values.length];
        const told = bounds
          .slice(1)
          .reduce((sum, to, i) => sum + cost(bounds[i]!, to) + (i > 0 ? penalty : 0), 0);
        expect(told).toBeCloseTo(exhaustive(values.length, cost, penalty, 2), 8);
      },
    ),
    { numRuns: 60 },
  );
});

const noisy = (n: number, level: (i: number) => number, seed: number, correlation = 0) => {
  const random = randomStream(seed);
  let noise = 0;
  return Float64Array.from({ length: n }, (_, i) => {
    noise = correlation * noise + standardNormal(random);
    return noise + level(i);
  });
};

test("90 % intervals hold the true place about that often, and red noise is rarely a change", () => {
  let [found, held, alarms] = [0, 0, 0];
  for (let seed = 0; seed < 50; seed++) {
    const { changepoints: told } = changepoints(
      noisy(80, (i) => (i >= 30 ? 1.3 : 0), seed),
      { random: randomStream(seed) },
    );
    if (told.length === 1) found++;
    if (told.length === 1 && told[0]!.low <= 30 && told[0]!.high >= 30) held++;
    const red = noisy(80, () => 0, seed + 1000, 0.6);
    if (changepoints(red, { random: randomStream(seed) }).changepoints.length > 0) alarms++;
  }
  expect(found).toBeGreaterThan(42);
  expect(held / found).toBeGreaterThan(0.85);
  expect(alarms).toBeLessThanOrEqual(7);
});

test("one large value among many alike is no change, wherever it stands", () => {
  for (const place of [0, 5, 20, 38, 39]) {
    const values = Float64Array.from({ length: 40 }, (_, i) => (i === place ? 1 : 0));
    expect(changepoints(values, { random: randomStream(place) }).changepoints).toEqual([]);
  }
});

test("a change of variance alone is found where it is asked for", () => {
  const values = noisy(120, () => 0, 5).map((value, i) => (i >= 70 ? 4 * value : value));
  const { changepoints: told } = changepoints(values, {
    changeIn: "level and variance",
    random: randomStream(1),
  });
  expect(told).toHaveLength(1);
  expect(Math.abs(told[0]!.at - 70)).toBeLessThanOrEqual(3);
  expect(told[0]!.after.sd).toBeGreaterThan(2 * told[0]!.before.sd);
});

test.each([
  ["five values", [1, 2, 3, 4, 9], "too-few", /at least 10/],
  ["a gap", [1, 2, 3, NaN, 5, 6, 7, 8, 9, 10], "not-finite", /value 4 is NaN/],
  ["values that never differ", Array(20).fill(7), "no-variance", /differ/],
])("%s: refused, with what would be enough", (_what, values, fault, said) => {
  try {
    changepoints(Float64Array.from(values as number[]), { random: randomStream(1) });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(SeriesRefused);
    expect(error).toMatchObject({ fault, message: expect.stringMatching(said) as string });
  }
});
