import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { decayEnd, decayLoss } from "./decay-end.ts";
import { hawkesFits, type HawkesModel } from "./fit.ts";
import { ASYMPTOTIC_LOSS } from "./intervals.ts";
import { simulateHawkes } from "./simulate.ts";

const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));
const process = (self: number, rate: number, duration: number): HawkesModel => ({
  baseline: { segments: 0, duration },
  mu: rows([rate], [rate]),
  a: rows([self, self], [self, self]),
  theta: 1,
});

test("where little is excited, the decay has no end beyond a valley that alone would be rejected", () => {
  const model = process(0.05, (97 * 0.9) / 130, 65);
  const history = simulateHawkes(model, randomStream("weak 2"));
  const fits = hawkesFits(history, model.baseline);
  const fit = fits.fit();
  const loss = (theta: number) => 2 * (fit.logLik - fits.fit({ theta }).logLik);
  expect(fit.theta).toBeGreaterThan(50);
  expect(loss(5)).toBeGreaterThan(ASYMPTOTIC_LOSS);
  expect(decayLoss(fits, 5)).toBeLessThan(ASYMPTOTIC_LOSS);
  expect(decayEnd(fits, -1, ASYMPTOTIC_LOSS)).toBeNull();
  expect(decayEnd(fits, 1, ASYMPTOTIC_LOSS)).toBeNull();
});

test("from the fit outward a decay never costs less", () => {
  for (const seed of ["weak 2", "weak 3"]) {
    const model = process(0.05, (97 * 0.9) / 130, 65);
    const history = simulateHawkes(model, randomStream(seed));
    const fits = hawkesFits(history, model.baseline);
    const { theta } = fits.fit();
    for (const step of [0.5, 2]) {
      const losses = Array.from({ length: 8 }, (_, k) => decayLoss(fits, theta * step ** k));
      losses.forEach((loss, k) => expect(loss).toBeGreaterThan((losses[k - 1] ?? 0) - 1e-3));
    }
  }
});

test("where much is excited, the decay is bounded where the loss reaches the level, and a higher level widens it", () => {
  const model = process(0.35, 0.3, 300);
  const history = simulateHawkes(model, randomStream("strong"));
  const fits = hawkesFits(history, model.baseline);
  const fit = fits.fit();
  for (const side of [-1, 1] as const) {
    const end = decayEnd(fits, side, ASYMPTOTIC_LOSS)!;
    const held = fits.fit({ theta: end });
    expect(side * (end - fit.theta)).toBeGreaterThan(0);
    expect(2 * (fit.logLik - held.logLik)).toBeCloseTo(ASYMPTOTIC_LOSS, 1);
    expect(decayLoss(fits, end)).toBeCloseTo(ASYMPTOTIC_LOSS, 1);
    expect(side * (decayEnd(fits, side, 5)! - end)).toBeGreaterThan(0);
  }
});
