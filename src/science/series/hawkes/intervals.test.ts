import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { hawkesFits, type HawkesModel } from "./fit.ts";
import { ASYMPTOTIC_LOSS, profileEnd } from "./intervals.ts";
import { parametersOf } from "./parameter.ts";
import { simulateHawkes } from "./simulate.ts";

const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));

test("where the likelihood has a peak at a fast and one at a slow decay, an interval takes in both", () => {
  const rate = (97 * 0.5) / 65;
  const truth: HawkesModel = {
    baseline: { segments: 0, duration: 65 },
    mu: rows([rate], [rate]),
    a: rows([0.2, 0.3], [0.3, 0.2]),
    theta: 1,
  };
  const history = simulateHawkes(truth, randomStream("dump 61"));
  const fits = hawkesFits(history, truth.baseline);
  const fit = fits.fit();
  expect(fit.theta).toBeGreaterThan(100);
  expect(Math.max(fit.a[0]![1]!, fit.a[1]![0]!)).toBeLessThan(0.01);
  for (const parameter of parametersOf(2, 1).filter(({ kind, to, from }) => kind === "a" && to !== from)) {
    const held = fits.fit(parameter.hold(0.3));
    expect(held.theta).toBeLessThan(1);
    expect(2 * (fit.logLik - held.logLik)).toBeLessThan(ASYMPTOTIC_LOSS);
    expect(profileEnd(fits, parameter, 1, ASYMPTOTIC_LOSS)).toBeGreaterThan(0.3);
  }
});
