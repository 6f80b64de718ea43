import { randomStream } from "#science/numbers/index.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accessionHazard, type AccessionRecord } from "./accession.ts";
import { fitCloglog, hazardOf, logScore, tally, type PersonPeriod } from "./cloglog.ts";
import { rollingOrigin } from "./rolling-origin.ts";
import { allowingForUnnamed } from "./unnamed.ts";
import { chanceWithin, shrunkHazard, weightOfConstant } from "./shrunk-hazard.ts";

const random = randomStream("hazard");
const talliesOf = (rows: readonly PersonPeriod[]) => [...tally(rows).values()];
const simulated = (slope: number, count = 4000) =>
  Array.from({ length: count }, (_, n) => {
    const x = 4 * random() - 2;
    return {
      period: Math.floor(n / 50),
      event: random() < -Math.expm1(-Math.exp(-3 + slope * x)),
      covariates: [x],
    };
  });

test("without a covariate that varies the hazard is the share of events", () => {
  const rows = Array.from({ length: 100 }, (_, n) => ({ event: n % 10 === 0, covariates: [1] }));
  const fit = fitCloglog(talliesOf(rows));
  expect(hazardOf(fit, [1])).toBeCloseTo(0.1, 10);
  expect(fit.logLik).toBeCloseTo(10 * Math.log(0.1) + 90 * Math.log(0.9), 9);
});

test("a two-group hazard without penalty is each group's share of events", () => {
  const rows = Array.from({ length: 200 }, (_, n) => ({
    event: n < 100 ? n % 5 === 0 : n % 20 === 0,
    covariates: [n < 100 ? 1 : 0],
  }));
  const fit = fitCloglog(talliesOf(rows), 0);
  expect(hazardOf(fit, [1])).toBeCloseTo(0.2, 8);
  expect(hazardOf(fit, [0])).toBeCloseTo(0.05, 8);
});

test("a simulated slope is found within its uncertainty, and beats the constant out of sample", () => {
  const rows = simulated(0.8);
  const { coefficients, covariance } = fitCloglog(talliesOf(rows));
  expect(Math.abs(coefficients[0]! - 0.8)).toBeLessThan(3 * Math.sqrt(covariance[1]![1]!));
  expect(rollingOrigin(rows, 10)!.isBetter).toBe(true);
});

test("covariates without effect are called better in at most one of twenty records, however short", () => {
  const checks = Array.from({ length: 100 }, () => rollingOrigin(simulated(0, 400), 1));
  const better = checks.filter((check) => check?.isBetter);
  expect(checks.filter((check) => check !== null).length).toBeGreaterThan(50);
  expect(better.length).toBeLessThanOrEqual(5);
});

test("covariates without effect cost next to nothing of a short record, and a strong one is used", () => {
  const mean = (slope: number) => {
    const gains = Array.from({ length: 12 }, () => rollingOrigin(simulated(slope, 1000), 2)!.gain);
    return gains.reduce((sum, gain) => sum + gain / gains.length, 0);
  };
  expect(mean(0)).toBeGreaterThan(-0.015);
  expect(mean(0.8)).toBeGreaterThan(0.1);
});

test("periods far apart, as seconds of a calendar, are checked no slower", () => {
  const rows = simulated(0.8, 1000).map((row) => ({ ...row, period: 1e9 + row.period * 1e8 }));
  expect(rollingOrigin(rows, 6)!.origins).toBeGreaterThan(12);
});

test("a hazard is constant as far as the record says nothing else", () => {
  expect(weightOfConstant(shrunkHazard(talliesOf(simulated(0))))).toBeGreaterThan(0.8);
  const shrunk = shrunkHazard(talliesOf(simulated(0.8)));
  expect(weightOfConstant(shrunk)).toBeLessThan(0.01);
  const truth = (x: number) => -Math.expm1(-6 * Math.exp(-3 + 0.8 * x));
  for (const x of [-1, 0, 1])
    expect(Math.abs(chanceWithin(shrunk, [x], 6) / truth(x) - 1)).toBeLessThan(0.25);
  const bare = shrunkHazard([{ periods: 50, events: 10, covariates: [] }]);
  expect(chanceWithin(bare, [], 1)).toBeCloseTo(0.2, 10);
});

test("the evidence is the integral of the likelihood over the prior", () => {
  const rows = simulated(0.4, 1500);
  const units = () => [1];
  const at = integralOf(rows);
  const [weak, strong] = [4, 0.25].map((ridge) => fitCloglog(talliesOf(rows), ridge, units).logEvidence);
  expect(strong! - weak!).toBeCloseTo(at(0.25) - at(4), 1);
});

/** ln ∫∫ likelihood · prior of the slope, by a sum over a grid of intercepts and slopes. */
function integralOf(rows: readonly { event: boolean; covariates: readonly number[] }[]) {
  const mean = rows.reduce((sum, { covariates }) => sum + covariates[0]! / rows.length, 0);
  const points = Array.from({ length: 41 }, (_, i) =>
    Array.from({ length: 61 }, (__, j) => [i, j] as const),
  ).flat();
  const likelihoods = points.map(([i, j]) => {
    const [level, slope] = [-4 + i / 20, -0.5 + j / 40];
    const fit = {
      intercept: level - slope * mean,
      coefficients: [slope],
      covariance: [],
      logLik: 0,
      logEvidence: 0,
    };
    return { slope, logLik: logScore(rows, (x) => hazardOf(fit, x)) };
  });
  return (ridge: number) => {
    const logs = likelihoods.map(
      ({ slope, logLik }) => logLik + Math.log(ridge) / 2 - (ridge / 2) * slope ** 2,
    );
    const top = Math.max(...logs);
    return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
  };
}

test("the fit is the best there is, and a covariate that separates stays finite", () => {
  const rows = simulated(0.5, 500);
  const fit = fitCloglog(talliesOf(rows), 0);
  const at = (slope: number) => logScore(rows, (x) => hazardOf({ ...fit, coefficients: [slope] }, x));
  expect(at(fit.coefficients[0]!)).toBeGreaterThan(at(fit.coefficients[0]! + 0.01));
  expect(at(fit.coefficients[0]!)).toBeGreaterThan(at(fit.coefficients[0]! - 0.01));
  const separated = Array.from({ length: 60 }, (_, n) => ({ event: n < 10, covariates: [n < 10 ? 1 : 0] }));
  expect(fitCloglog(talliesOf(separated)).coefficients[0]).toBeLessThan(50);
});

test("one that joined both frameworks is at risk of neither, and the likeliest comes first", () => {
  const candidates = Array.from({ length: 40 }, (_, n) => ({
    id: `S${n}`,
    group: n < 20 ? "near" : "far",
    joined: [n < 12 ? 2 + n : null, n === 0 ? 5 : null],
    covariates: [],
  }));
  const record: AccessionRecord = { candidates, opened: [1, 1], last: 24, covariateNames: [] };
  const { next, events, atRisk, constant } = accessionHazard(record, 0, 12);
  expect({ events, atRisk }).toEqual({ events: 12, atRisk: 28 });
  expect(next.map(({ id }) => id)).not.toContain("S0");
  expect(Number(next[0]!.id.slice(1))).toBeLessThan(20);
  expect(next[0]!.p).toBeGreaterThan(next.at(-1)!.p);
  expect(constant.p).toBeGreaterThan(0.1);
  expect(next[0]!.low).toBeLessThan(next[0]!.p);
  expect(() => accessionHazard(record, 1, 12)).toThrow(/1 event in .*; a hazard wants at least 5/);
});

const ofChances = (chances: readonly number[]) => ({
  joined: 10,
  atRisk: chances.length,
  events: 8,
  coefficients: [],
  weightOfConstant: 0.5,
  outOfSample: null,
  constant: { id: "anyone outside", p: 0.1, low: 0.05, high: 0.2 },
  next: chances.map((p, n) => ({ id: `S${n}`, p, low: p / 2, high: (1 + p) / 2 })),
});

test("as many are expected among the unnamed as are counted, the likelier sooner", () => {
  const chance = fc.double({ min: 1e-6, max: 0.999, noNaN: true });
  const chances = fc.array(chance, { minLength: 4, maxLength: 50 });
  fc.assert(
    fc.property(chances, fc.integer({ min: 0, max: 3 }), (given, unnamed) => {
      const { next } = allowingForUnnamed(ofChances(given), unnamed);
      expect(next.reduce((sum, { already }) => sum + already, 0)).toBeCloseTo(unnamed, 6);
      const byChance = next.toSorted((a, b) => given[Number(a.id.slice(1))]! - given[Number(b.id.slice(1))]!);
      byChance.forEach(({ already, low, p, high }, n) => {
        expect(already).toBeGreaterThanOrEqual(n === 0 ? 0 : byChance[n - 1]!.already - 1e-12);
        expect(low).toBeLessThanOrEqual(p);
        expect(p).toBeLessThanOrEqual(high);
        expect(p + already).toBeLessThanOrEqual(1 + 1e-12);
      });
    }),
  );
});

test("nobody unnamed leaves a hazard as it was, and more than are outside leave nobody to join", () => {
  const hazard = ofChances([0.5, 0.2]);
  const same = allowingForUnnamed(hazard, 0);
  expect(same.next.map(({ p }) => p)).toEqual([0.5, 0.2].map((p) => expect.closeTo(p, 12)));
  expect(same.constant.p).toBeCloseTo(0.1, 12);
  const all = allowingForUnnamed(hazard, 3);
  expect(all.next.map(({ p, already }) => [p, already])).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

test("states drawn by their hazards and left unnamed are told apart as well as can be", () => {
  const rates = Array.from({ length: 60 }, (_, n) => (n < 10 ? 1 : 0.05));
  const hazard = ofChances(rates.map((rate) => -Math.expm1(-rate)));
  const { next } = allowingForUnnamed(hazard, 6);
  const told = new Map(next.map(({ id, already }) => [id, already]));
  let first = 0;
  const worlds = 400;
  for (let world = 0; world < worlds; world++) {
    const clocks = rates.map((rate) => -Math.log(1 - random()) / rate);
    const sixth = clocks.toSorted((a, b) => a - b)[5]!;
    first += clocks.filter((clock, n) => n < 10 && clock <= sixth).length / 10;
  }
  expect(Math.abs(told.get("S0")! - first / worlds)).toBeLessThan(0.05);
});
