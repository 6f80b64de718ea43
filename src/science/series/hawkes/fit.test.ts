import { existsSync, readFileSync } from "node:fs";
import { randomStream } from "#science/numbers/index.ts";
import { expect, test } from "vitest";
import { baselineIntegrals, writeBaseline } from "./baseline.ts";
import { checkHistory, countsByType, type EventHistory } from "./event-history.ts";
import { fitHawkes, type HawkesModel } from "./fit.ts";
import { simulateHawkes } from "./simulate.ts";
import { spectralRadius } from "./spectral-radius.ts";

const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));
const truth = (duration: number): HawkesModel => ({
  baseline: { segments: 0, duration },
  mu: rows([0.3], [0.2]),
  a: rows([0.4, 0.2], [0.1, 0.3]),
  theta: 1.3,
});

const weak: HawkesModel = {
  baseline: { segments: 0, duration: 65 },
  mu: rows([0.7], [0.7]),
  a: rows([0.05, 0.05], [0.05, 0.05]),
  theta: 1,
};

/** The log-likelihood as its definition says, over all pairs. */
function bruteForce(
  { times, types, duration }: EventHistory,
  { mu, a, theta, baseline }: HawkesModel,
): number {
  const values = new Float64Array(baseline.segments + 1);
  const totals = baselineIntegrals(baseline, duration);
  let sum = 0;
  times.forEach((time, n) => {
    writeBaseline(baseline, time, values, 0);
    let rate = mu[types[n]!]!.reduce((total, value, k) => total + value * values[k]!, 0);
    for (let k = 0; k < n; k++) {
      if (times[k]! < time) rate += a[types[n]!]![types[k]!]! * theta * Math.exp(-theta * (time - times[k]!));
    }
    sum += Math.log(rate);
  });
  for (let i = 0; i < mu.length; i++) {
    mu[i]!.forEach((value, k) => (sum -= value * totals[k]!));
    times.forEach((time, n) => (sum -= a[i]![types[n]!]! * (1 - Math.exp(-theta * (duration - time)))));
  }
  return sum;
}

test("the likelihood is that of the double sum, with a constant and with a changing baseline", () => {
  const history = simulateHawkes(truth(300), randomStream("fit"));
  for (const segments of [0, 4]) {
    const fit = fitHawkes(history, { segments, duration: 300 });
    expect(fit.logLik).toBeCloseTo(bruteForce(history, fit), 8);
  }
});

test("a decay so fast that hardly any event is near another loses no more than no excitation at all", () => {
  for (let n = 0; n < 20; n++) {
    const history = simulateHawkes(weak, randomStream(`weak ${n}`));
    const plain = history.types.reduce((sum, type) => sum + Math.log(countsByType(history)[type]! / 65), 0);
    for (const theta of [300, 1000, 10_000]) {
      const { logLik } = fitHawkes(history, weak.baseline, { theta });
      expect(logLik).toBeGreaterThan(plain - history.times.length - 1e-4);
    }
  }
});

test("no step away from the fit is better", () => {
  const history = simulateHawkes(truth(300), randomStream("peak"));
  const fit = fitHawkes(history, { segments: 0, duration: 300 });
  for (const factor of [0.99, 1.01]) {
    const scaled = (part: readonly Float64Array[]) => part.map((row) => row.map((value) => value * factor));
    for (const other of [
      { ...fit, mu: scaled(fit.mu) },
      { ...fit, a: scaled(fit.a) },
      { ...fit, theta: fit.theta * factor },
    ]) {
      expect(bruteForce(history, other)).toBeLessThan(fit.logLik);
    }
  }
});

test("a long simulated history gives its parameters back", () => {
  const history = simulateHawkes(truth(20_000), randomStream("long"));
  const fit = fitHawkes(history, { segments: 0, duration: 20_000 });
  expect(fit.theta).toBeCloseTo(1.3, 1);
  fit.a.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(truth(1).a[i]![j]!, 1)));
});

test("the simulated rate is that of the stationary process", () => {
  const counts = Array.from(
    { length: 50 },
    (_, n) => simulateHawkes(truth(400), randomStream(n)).times.length,
  );
  const mean = counts.reduce((a, b) => a + b, 0) / counts.length / 400;
  // (I − A)⁻¹ μ, summed over types.
  expect(mean).toBeCloseTo((0.3 * 0.8 + 0.2 * 0.8) / (0.6 * 0.7 - 0.02), 1);
});

test("the integrals of the baseline are those of its functions", () => {
  const baseline = { segments: 3, duration: 6 };
  const steps = 60_000;
  for (const end of [1.5, 4, 6]) {
    const sums = new Float64Array(4);
    const values = new Float64Array(4);
    for (let n = 0; n < steps; n++) {
      writeBaseline(baseline, ((n + 0.5) / steps) * end, values, 0);
      values.forEach((value, k) => (sums[k]! += (value * end) / steps));
    }
    baselineIntegrals(baseline, end).forEach((value, k) => expect(value).toBeCloseTo(sums[k]!, 6));
  }
});

test("the spectral radius is right for periodic, nilpotent and zero matrices", () => {
  expect(
    spectralRadius([
      [0, 0.5],
      [0.5, 0],
    ]),
  ).toBeCloseTo(0.5, 14);
  expect(
    spectralRadius([
      [0.4, 0.2],
      [0.1, 0.3],
    ]),
  ).toBeCloseTo(0.5, 14);
  expect(
    spectralRadius([
      [0, 1],
      [0, 0],
    ]),
  ).toBe(0);
  expect(spectralRadius([[0]])).toBe(0);
});

test("what cannot be fitted is refused, with what would be enough", () => {
  const history = (times: number[], types = times.map((_, n) => n % 2)): EventHistory => ({
    times: Float64Array.from(times),
    types: Int32Array.from(types),
    typeCount: 2,
    duration: 100,
  });
  const many = Array.from({ length: 40 }, (_, n) => n + 1);
  expect(() => checkHistory(history(many))).not.toThrow();
  expect(() => checkHistory(history([1, 2, 3]))).toThrow(/type 0 has 2 events; at least 10 of every type/);
  expect(() => checkHistory(history([5, 3, ...many]))).toThrow(/3 comes after one at 5; sort/);
  expect(() => checkHistory(history([NaN, ...many]))).toThrow(/event 1 is at NaN/);
  expect(() => checkHistory(history([-1, ...many]))).toThrow(/lies outside the window from 0 to 100/);
  expect(() => simulateHawkes({ ...truth(1e4), a: rows([2, 0], [0, 2]) }, randomStream(1), 5000)).toThrow(
    /passed 5000 events; give a model of spectral radius below 1/,
  );
});

const PUBLISHED = "../shared/data/forecast/hawkes";
test.skipIf(!existsSync(PUBLISHED))(
  "a published history of 10 000 events gives its reference likelihood",
  () => {
    const lines = readFileSync(`${PUBLISHED}/hawkeslib_uv_fixture_10000.csv`, "utf8").trim().split("\n");
    const { hawkes_uv_exp: expected } = JSON.parse(
      readFileSync(`${PUBLISHED}/expected_dev.json`, "utf8"),
    ) as {
      hawkes_uv_exp: { T: number; mle: Record<"mu" | "alpha" | "theta", number>; loglik: number };
    };
    const times = Float64Array.from(lines.slice(1), Number);
    const { T: duration, mle, loglik } = expected;
    const history = { times, types: new Int32Array(times.length), typeCount: 1, duration };
    const fit = fitHawkes(history, { segments: 0, duration });
    expect(fit.logLik).toBeGreaterThan(loglik - 1e-7);
    expect(fit.theta / mle.theta).toBeCloseTo(1, 5);
    expect(fit.a[0]![0]! / mle.alpha).toBeCloseTo(1, 6);
    expect(fit.mu[0]![0]! / mle.mu).toBeCloseTo(1, 6);
  },
);
