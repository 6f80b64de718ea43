import { expect, test } from "vitest";
import { gammaDraw, logGamma, poissonDraw, randomStream, standardNormal } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";
import { countBaseline, negativeBinomialLogTail } from "./count-baseline.ts";
import { averageRunLength, cusum, cusumFor } from "./cusum.ts";
import { medianBaseline } from "./median-baseline.ts";

const WINDOW = { length: 60, gap: 4 };

test("the upper tail keeps its logarithm far beyond what a probability can hold", () => {
  expect(Math.exp(negativeBinomialLogTail(3, 2, 2))).toBeCloseTo(1 - Math.exp(-2) * 5, 12);
  expect(negativeBinomialLogTail(0, 2, 5)).toBe(0);
  const [far, next] = [2000, 2001].map((count) => -2 + count * Math.log(2) - logGamma(count + 1));
  expect(negativeBinomialLogTail(2000, 2, 2)).toBeCloseTo(far! + Math.log1p(Math.exp(next! - far!)), 5);
});

test("one in a hundred quiet weeks stands out at 1 %, over-dispersed and unevenly looked at", () => {
  const random = randomStream("weeks");
  const counts = Array.from({ length: 3000 }, (_, i) => {
    const exposure = 1 + (i % 3);
    return { exposure, count: poissonDraw(random, (6 * exposure * gammaDraw(random, 4)) / 4) };
  });
  const alarms = counts.filter((_, i) => i >= 64 && countBaseline(counts, i, WINDOW)!.p <= 0.01).length;
  expect(alarms / (counts.length - 64)).toBeGreaterThan(0.002);
  expect(alarms / (counts.length - 64)).toBeLessThan(0.022);
});

test("more reports from more sources are no outbreak, and an outbreak under way is no baseline of itself", () => {
  const random = randomStream("sources");
  const counts = Array.from({ length: 80 }, (_, i) => ({
    count: poissonDraw(random, i < 76 ? 5 : 25),
    exposure: i < 76 ? 1 : 5,
  }));
  expect(countBaseline(counts, 79, WINDOW)!.p).toBeGreaterThan(0.01);
  const outbreak = counts.map(({ count }, i) => ({ count: i < 76 ? count : 25, exposure: 1 }));
  const reading = countBaseline(outbreak, 79, WINDOW)!;
  expect(reading.p).toBeLessThan(1e-6);
  expect(reading.expected).toBeLessThan(7);
});

test("a steady trend is followed where it is clear", () => {
  const counts = Array.from({ length: 100 }, (_, i) => ({
    count: Math.round(5 * Math.exp(i / 60)),
    exposure: 1,
  }));
  const reading = countBaseline(counts, 99, WINDOW)!;
  expect(reading.followsTrend || reading.expected > 15).toBe(true);
});

test("a few outliers move neither the median nor the spread of a baseline", () => {
  const random = randomStream("median");
  const values = Float64Array.from({ length: 80 }, (_, i) =>
    i % 20 === 0 ? 1000 : 10 + standardNormal(random),
  );
  values[79] = 15;
  const { median, sd, z } = medianBaseline(values, 79, WINDOW);
  expect(Math.abs(median - 10)).toBeLessThan(0.4);
  expect(Math.abs(sd - 1)).toBeLessThan(0.35);
  expect(z).toBeGreaterThan(3);
});

test("a short or a constant baseline is refused, and an empty one is unknown", () => {
  const few = Array.from({ length: 12 }, () => ({ count: 1, exposure: 1 }));
  expect(() => countBaseline(few, 11, WINDOW)).toThrow(
    /baseline of 7; at least 10 values before the latest 4/,
  );
  expect(() => medianBaseline(new Float64Array(80).fill(2), 79, WINDOW)).toThrow(SeriesRefused);
  expect(
    countBaseline(
      Array.from({ length: 40 }, () => ({ count: 0, exposure: 1 })),
      39,
      WINDOW,
    ),
  ).toBeNull();
});

/** One-sided run lengths by exact integral equation: Lucas & Crosier 1982; Montgomery, Statistical Quality Control. */
test.each([
  [4, 0, 335],
  [5, 0, 930],
  [4, 1, 8.38],
  [5, 1, 10.4],
  [5, 2, 4.01],
])("with allowance 0.5 and threshold %d a shift of %d is seen after %d", (threshold, shift, expected) => {
  const length = averageRunLength({ allowance: 0.5, threshold }, shift);
  expect(Math.abs(length / expected - 1)).toBeLessThan(0.01);
});

test("false alarms come as far apart as was asked for", () => {
  const rule = cusumFor(200);
  const random = randomStream("cusum");
  const z = Float64Array.from({ length: 400_000 }, () => standardNormal(random));
  const alarms = cusum(z, rule).filter(({ isAlarm }) => isAlarm).length;
  expect(Math.abs(z.length / alarms / 200 - 1)).toBeLessThan(0.06);
});
