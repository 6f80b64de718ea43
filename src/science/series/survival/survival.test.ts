import fc from "fast-check";
import { expect, test } from "vitest";
import { cox, type CoxFit } from "./cox.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { logRank } from "./log-rank.ts";
import { partialLikelihood } from "./partial-likelihood.ts";

type Wald = CoxFit["coefficients"][number];

/** Weeks of remission under 6-MP, + for censored (Freireich et al. 1963, as in every textbook). */
const TREATED = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";
const PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";
const read = (text: string, group: string) =>
  text.split(" ").map((each) => ({
    start: 0,
    stop: parseInt(each, 10),
    event: !each.endsWith("+"),
    group,
    covariates: [group === "placebo" ? 1 : 0],
  }));
const treated = read(TREATED, "6-MP");
const both = [...treated, ...read(PLACEBO, "placebo")];

test("the remission data give their published curve, median and log-rank statistic", () => {
  const { steps, median } = kaplanMeier(treated);
  expect(steps.map(({ survival }) => Number(survival.toFixed(4)))).toEqual([
    0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482,
  ]);
  expect(steps[0]!.standardError).toBeCloseTo(0.0764, 4);
  // R's survfit with conf.type = "log-log".
  expect(steps[0]!.low).toBeCloseTo(0.62, 3);
  expect(steps[0]!.high).toBeCloseTo(0.952, 3);
  expect(median).toBe(23);
  expect(kaplanMeier(read(PLACEBO, "placebo")).median).toBe(8);
  expect(logRank(both).chiSquare).toBeCloseTo(16.79, 2);
});

test("Cox on the remission data gives the published coefficient by either rule for ties", () => {
  expect(cox(both, "breslow").coefficients[0]!.value).toBeCloseTo(1.5092, 4);
  expect(cox(both, "efron").coefficients[0]!.value).toBeCloseTo(1.5721, 4);
});

test("cutting spells into start–stop pieces changes nothing", () => {
  const cut = both.flatMap((spell) => {
    const middle = spell.stop / 2;
    return [
      { ...spell, stop: middle, event: false },
      { ...spell, start: middle },
    ];
  });
  expect(cox(cut).coefficients[0]!.value).toBeCloseTo(cox(both).coefficients[0]!.value, 10);
  expect(kaplanMeier(cut).steps).toEqual(kaplanMeier(both).steps);
});

test("without ties both rules agree, and the units of a covariate do not matter", () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 12, maxLength: 40 });
  fc.assert(
    fc.property(days, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (stops, unit) => {
      const spells = stops.map((stop, n) => ({
        start: 0,
        stop,
        event: n % 3 > 0,
        covariates: [Math.sin(n * 12.9898)],
      }));
      const scaled = spells.map((s) => ({ ...s, covariates: s.covariates.map((x) => x * unit) }));
      const value = cox(spells, "efron").coefficients[0]!.value;
      expect(cox(spells, "breslow").coefficients[0]!.value).toBeCloseTo(value, 9);
      expect(cox(scaled).coefficients[0]!.value * unit).toBeCloseTo(value, 7);
    }),
  );
});

test("strata have a baseline each: the published example, and clocks that run differently change nothing", () => {
  // coxph(Surv(time, status) ~ x + strata(sex)) of R's survival, as in its manual: 0.8023, standard error 0.8224.
  const [time, status, x, sex] = [
    [4, 3, 1, 1, 2, 2, 3],
    [1, 1, 1, 0, 1, 1, 0],
    [0, 2, 1, 1, 1, 0, 0],
    [0, 0, 0, 0, 1, 1, 1],
  ];
  const spells = (clock: (stop: number, stratum: number) => number) =>
    time!.map((stop, n) => ({
      start: 0,
      stop: clock(stop, sex![n]!),
      event: status![n] === 1,
      covariates: [x![n]!],
      stratum: String(sex![n]),
    }));
  const [{ value, standardError }] = cox(spells((stop) => stop)).coefficients as [Wald];
  expect(value).toBeCloseTo(0.8023, 4);
  expect(standardError).toBeCloseTo(0.8224, 4);
  const [other] = cox(spells((stop, stratum) => (stratum ? stop ** 2 : 40 + stop))).coefficients as [Wald];
  expect(other.value).toBe(value);
});

test("one of great hazard who enters late leaves no rounding behind in the time before", () => {
  const spell = (start: number, stop: number, x: number) => ({ start, stop, event: true, covariates: [x] });
  const early = [spell(0, 2, 1), spell(0, 3, 0), spell(1, 3, 2), spell(0, 4, -1)];
  const late = [spell(5, 6, 40), spell(4, 7, 1), spell(4, 8, 2)];
  const apart = [early, late].map((own) => partialLikelihood(own, "efron")([1]));
  const { logLik, gradient, information } = partialLikelihood([...early, ...late], "efron")([1]);
  expect(logLik).toBeCloseTo(apart[0]!.logLik + apart[1]!.logLik, 12);
  expect(gradient[0]).toBeCloseTo(apart[0]!.gradient[0]! + apart[1]!.gradient[0]!, 12);
  expect(information[0]![0]).toBeCloseTo(apart[0]!.information[0]![0]! + apart[1]!.information[0]![0]!, 12);
});

test("a covariate in a unit so large that its numbers are tiny has a coefficient all the same", () => {
  const spells = (unit: number) =>
    [3, 1, 4, 1, 5, 9, 2, 6].map((x, n) => ({
      start: 0,
      stop: n + 1,
      event: n !== 3,
      covariates: [x * unit],
    }));
  const value = cox(spells(1)).coefficients[0]!.value;
  expect(cox(spells(1e-20)).coefficients[0]!.value * 1e-20).toBeCloseTo(value, 9);
});

test("what cannot be estimated is refused, with what would be enough", () => {
  const refused = (covariates: (n: number) => number[], event = (n: number) => n > 2) => {
    const spells = [1, 2, 3, 4, 5, 6].map((stop, n) => ({
      start: 0,
      stop,
      event: event(n),
      covariates: covariates(n),
    }));
    return () => cox(spells);
  };
  expect(refused(() => [1])).toThrow(/covariate 1 is 1 in every row; leave it out/);
  expect(refused((n) => [n % 2, 1 - (n % 2)])).toThrow(/collinear/);
  expect(
    refused(
      (n) => [n],
      () => true,
    ),
  ).toThrow(/coefficient is infinite/);
  expect(
    refused(
      (n) => [n],
      () => false,
    ),
  ).toThrow(/none of 6 spells ends in an event/);
  const marked = Array.from({ length: 20 }, (_, n) => ({
    start: 0,
    stop: n + 1,
    event: n < 10,
    covariates: [n < 10 ? 1 : 0],
  }));
  expect(() => cox(marked)).toThrow(/coefficient is infinite/);
  expect(refused((n) => [n === 2 ? NaN : n])).toThrow(/no number/);
  const atOnce = [1, 2, 3, 4].map((x) => ({ start: 0, stop: 7, event: true, covariates: [x] }));
  expect(() => cox(atOnce)).toThrow(/nobody is at risk beside .* would be enough/);
  const alone = atOnce.map((one, n) => ({ ...one, stop: n + 1, stratum: String(n) }));
  expect(() => cox(alone)).toThrow(/nobody is at risk beside/);
  expect(cox([...atOnce, { start: 0, stop: 9, event: false, covariates: [0] }]).events).toBe(4);
  expect(() => kaplanMeier([{ start: 3, stop: 3, event: true }])).toThrow(/must end after it begins/);
  expect(() => logRank(treated)).toThrow(/at least two/);
});
