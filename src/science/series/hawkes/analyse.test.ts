import { randomStream } from "#science/numbers/index.ts";
import { expect, test } from "vitest";
import { analyseHawkes } from "./analyse.ts";
import { fitHawkes, hawkesFits, type HawkesModel } from "./fit.ts";
import { hawkesIntervals, testExcitations } from "./infer.ts";
import { kolmogorovP } from "./ks.ts";
import { roundingOf } from "./rounding.ts";
import { simulateHawkes } from "./simulate.ts";
import { fitUntied } from "./tied.ts";
import { timeRescaling } from "./time-rescaling.ts";

const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));
const asymptotic = { draws: 0, random: randomStream(0) };
const pair = (cross: number, duration: number): HawkesModel => ({
  baseline: { segments: 0, duration },
  mu: rows([0.3], [0.3]),
  a: rows([0.2, cross], [cross, 0.2]),
  theta: 1,
});

test("90 % intervals hold the truth about nine times in ten", () => {
  let held = 0;
  const histories = 30;
  for (let n = 0; n < histories; n++) {
    const history = simulateHawkes(pair(0.3, 150), randomStream(`cover ${n}`));
    const fits = hawkesFits(history, pair(0.3, 150).baseline);
    const { a } = hawkesIntervals(fits, testExcitations(fits, asymptotic), asymptotic);
    for (const [i, j] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const [low, high] = a[i]![j]!;
      if (low! <= 0.3 && high! >= 0.3) held++;
    }
  }
  expect(held / (2 * histories)).toBeGreaterThan(0.78);
  expect(held / (2 * histories)).toBeLessThan(0.99);
});

test("simulated histories move an end outward or, for an excitation close to 0, inward", () => {
  const model = { ...pair(0.05, 65), mu: rows([0.7], [0.7]), a: rows([0.05, 0.05], [0.05, 0.05]) };
  const moves = [1, 4].flatMap((n) => {
    const history = simulateHawkes(model, randomStream(`weak ${n}`));
    const fits = hawkesFits(history, model.baseline);
    const [before, after] = [0, 39].map((draws) => {
      const how = { ...asymptotic, draws, random: randomStream(n) };
      return hawkesIntervals(fits, testExcitations(fits, asymptotic), how);
    });
    return after!.a.flatMap((row, i) => row.map(([, high], j) => high! - before!.a[i]![j]![1]!));
  });
  expect(Math.min(...moves)).toBeLessThan(-0.01);
  expect(Math.max(...moves)).toBeGreaterThan(0.01);
});

test("a swing that two independent types share is a driver, not a reaction", () => {
  const baseline = { segments: 4, duration: 400 };
  const swing = [0.1, 1.2, 0.1, 1.2, 0.1];
  const model = { baseline, mu: rows(swing, swing), a: rows([0, 0], [0, 0]), theta: 1 };
  const history = simulateHawkes(model, randomStream("swing"));
  const { directions, cross, control } = analyseHawkes(history, { draws: 0, seed: "1" });
  expect(cross!.p).toBeLessThan(0.001);
  expect(control!.cross.p).toBeGreaterThan(0.05);
  expect(directions.map(({ verdict }) => verdict)).not.toContain("shown");
});

test("a short history calls its simulations by their seed, and says that it cannot tell", () => {
  const history = simulateHawkes(pair(0, 30), randomStream("short"));
  const once = analyseHawkes(history, { draws: 20, seed: "1" });
  expect(analyseHawkes(history, { draws: 20, seed: "1" })).toEqual(once);
  expect(once.directions.map(({ verdict }) => verdict)).toContain("cannot-tell");
});

test("the clock of the right model makes a Poisson process, and that of a wrong one does not", () => {
  const model = pair(0.3, 2000);
  const history = simulateHawkes(model, randomStream("clock"));
  const flat = { ...model, mu: rows([0.6], [0.6]), a: rows([0, 0], [0, 0]) };
  expect(Math.min(...timeRescaling(history, model).map(({ p }) => p))).toBeGreaterThan(0.01);
  expect(Math.max(...timeRescaling(history, flat).map(({ p }) => p))).toBeLessThan(1e-6);
});

test("a unit is seen where no gap is as short, as in days over decades, and not where it would tie nothing", () => {
  const random = randomStream("sparse");
  const history = (times: number[]) => ({
    times: Float64Array.from(times.toSorted((a, b) => a - b)),
    types: new Int32Array(times.length),
    typeCount: 1,
    duration: 24_000,
  });
  const days = Array.from({ length: 40 }, (_, n) => 600 * n + 5 * Math.floor(100 * random()));
  expect(roundingOf(history([...days, 7, 12_012, 12_012]))).toEqual({ unit: 1, ties: 1 });
  expect(roundingOf(history([...days, 7.0001, 12_012, 12_012]))).toEqual({ unit: null, ties: 1 });
});

test("times rounded to the day are refused for lost order only where more than chance lies within a day", () => {
  const model = { ...pair(0, 1000), mu: rows([0.05], [0.05]), a: rows([0, 0], [0, 0]) };
  const refused = Array.from({ length: 40 }, (_, n) => {
    const history = simulateHawkes(model, randomStream(`days ${n}`));
    try {
      const { fit, rounding } = fitUntied({ ...history, times: history.times.map(Math.floor) }, "1");
      if (rounding.ties > 0) expect(fit.theta).toBeLessThanOrEqual(1.0001);
      return false;
    } catch {
      return true;
    }
  });
  expect(refused.filter(Boolean).length).toBeLessThanOrEqual(4);
});

test("the Kolmogorov tail is the published one", () => {
  // Upper 5 % and 1 % points 1.358 and 1.628 of the limit law.
  expect(kolmogorovP(1.3581 / 1000, 1e6)).toBeCloseTo(0.05, 3);
  expect(kolmogorovP(1.6276 / 1000, 1e6)).toBeCloseTo(0.01, 3);
  expect(kolmogorovP(0, 10)).toBe(1);
});

test("rounding is seen, its ties are spread, and excitation within the unit is refused", () => {
  const history = simulateHawkes(pair(0.3, 300), randomStream("ties"));
  const rounded = (unit: number) => ({
    ...history,
    times: history.times.map((time) => Math.floor(time / unit) * unit),
  });
  expect(roundingOf(history)).toEqual({ unit: null, ties: 0 });
  expect(roundingOf(rounded(0.125)).unit).toBe(0.125);
  const { theta, logLik } = fitHawkes(history, pair(0.3, 300).baseline);
  const untied = fitUntied(rounded(0.125), "1");
  expect(untied.fit.theta / theta).toBeCloseTo(1, 0);
  expect(untied.spread!.logLik[0]).toBeLessThan(logLik + 10);
  expect(() => fitUntied(rounded(2), "1")).toThrow(
    /fades within 2, the unit that times are rounded to.* times to 0\.2 would be enough/,
  );
});
