import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { decayInterval } from "./decay-interval.ts";
import { fitHawkes, type HawkesModel } from "./fit.ts";
import { ASYMPTOTIC_LOSS } from "./intervals.ts";
import { simulateHawkes } from "./simulate.ts";

const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));
const process = (self: number, rate: number, duration: number): HawkesModel => ({
  baseline: { segments: 0, duration },
  mu: rows([rate], [rate]),
  a: rows([self, self], [self, self]),
  theta: 1,
});
const asymptotic = { least: ASYMPTOTIC_LOSS, most: 8, critical: () => ASYMPTOTIC_LOSS };

test("where little is excited, an interval of the decay goes on past a valley that is rejected", () => {
  const model = process(0.05, (97 * 0.9) / 130, 65);
  const history = simulateHawkes(model, randomStream("weak 2"));
  const fit = fitHawkes(history, model.baseline);
  const loss = (theta: number) => 2 * (fit.logLik - fitHawkes(history, model.baseline, { theta }).logLik);
  expect(fit.theta).toBeGreaterThan(50);
  expect(loss(5)).toBeGreaterThan(ASYMPTOTIC_LOSS);
  expect(decayInterval(history, fit, asymptotic)).toEqual([null, null]);
});

test("where much is excited, the decay is bounded where the loss reaches the level, and a higher level widens it", () => {
  const model = process(0.35, 0.3, 300);
  const history = simulateHawkes(model, randomStream("strong"));
  const fit = fitHawkes(history, model.baseline);
  const loss = (theta: number) => 2 * (fit.logLik - fitHawkes(history, model.baseline, { theta }).logLik);
  const [low, high] = decayInterval(history, fit, asymptotic);
  expect(loss(low!)).toBeCloseTo(ASYMPTOTIC_LOSS, 0);
  expect(loss(high!)).toBeCloseTo(ASYMPTOTIC_LOSS, 0);
  const wider = decayInterval(history, fit, { ...asymptotic, critical: () => 5 });
  expect(wider[0]).toBeLessThan(low!);
  expect(wider[1]).toBeGreaterThan(high!);
});
