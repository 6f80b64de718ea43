import fc from "fast-check";
import { expect, test } from "vitest";
import { logBetaInc, studentTLogCdf } from "./log-beta-tails.ts";
import { logGammaP, logGammaQ } from "./log-gamma-tails.ts";
import { normalCdf } from "./normal.ts";
import { betaQuantile, gammaQuantile, normalQuantile, studentTQuantile } from "./quantiles.ts";

/** Shape, x, ln P, ln Q (mpmath 1.3.0, 60-digit arithmetic, rounded to doubles). */
const GAMMA = [
  [1e-10, 1e-8, -1.784346508913308e-9, -20.144213591087606],
  [1e-10, 0.9, -2.6018393935396846e-11, -24.372217368997543],
  [1e-10, 2, -4.8900510715819305e-12, -26.043818368412467],
  [0.001, 2, -4.897811723938397e-5, -9.924161435513314],
  [0.1, 1e-9, -2.0224541425257105, -0.14194417685511723],
  [0.1, 0.2, -0.12849310409687725, -2.115438750802569],
  [0.5, 5e-9, -9.436131726287577, -7.97916392154835e-5],
  [0.5, 0.45, -0.4197390647642185, -1.0706614450589023],
  [0.5, 1, -0.17114331524104096, -1.8496055099332482],
  [1, 1e-8, -18.420680748952364, -1e-8],
  [1, 0.9, -0.5218354429087223, -0.9],
  [1, 2, -0.14541345786885906, -2],
  [2.5, 2.5e-8, -44.96194865039974, -2.97354014048902e-20],
  [2.5, 2.25, -0.6537023350517728, -0.7342120418339027],
  [10, 1e-7, -176.2853691735678, -2.7557316718775155e-77],
  [10, 9, -0.8852966599598892, -0.5320352250216928],
  [37.5, 3.75e-7, -656.0088594327243, -1.25594976418572e-285],
  [37.5, 33.75, -1.2685095256338155, -0.33024239115264237],
  [37.5, 75, -6.228849000682656e-7, -14.288904397764254],
  [500, 1000, -4.1436785914549916e-69, -157.456787474617],
  [10000, 11000, -1.6928531496469328e-22, -50.13045668620431],
] as const;

/** a, b, x, ln I_x(a, b), ln I_(1−x)(b, a). */
const BETA = [
  [0.01, 3, 1e-12, -0.26137233879509814, -1.4696506118298458],
  [0.01, 3, 0.5, -0.0006884997718718098, -7.281339801271097],
  [0.5, 0.5, 1e-12, -14.267093263253562, -6.366199750101407e-7],
  [0.5, 0.5, 0.5, -0.6931471805599453, -0.6931471805599453],
  [1, 1, 1e-12, -27.631021115928547, -1.0000000000005e-12],
  [1, 1, 0.5, -0.6931471805599453, -0.6931471805599453],
  [2, 3, 1e-12, -53.470282762630376, -5.999999999992e-24],
  [2, 3, 0.5, -0.3746934494414107, -1.1631508098056809],
  [10, 0.5, 0.001, -70.81325033163932, -1.7627719667501321e-31],
  [10, 0.5, 0.6, -6.446138956987633, -0.0015878964694994182],
  [0.3, 200, 0.001, -0.41962141906419553, -1.070887046874651],
  [50, 60, 0.4, -2.0817894290667383, -0.1331964296944125],
  [1000, 3, 0.9, -96.82234406002485, -8.924630611296076e-43],
] as const;

/** t, degrees of freedom, ln P(T ≤ t). */
const STUDENT = [
  [-10000000000, 0.5, -12.650171595741751],
  [-1, 0.5, -1.2002410730998223],
  [50, 0.5, -0.046413228044760065],
  [-5, 1, -2.7672755312468293],
  [3, 1, -0.10804899566097342],
  [-40, 3, -10.971162936870327],
  [0.5, 3, -0.394115730274924],
  [-300, 10, -47.62059841154571],
  [-0.001, 10, -0.6939257001529555],
  [-10000000000, 100, -2075.550607279178],
  [-1, 100, -1.8334438486699305],
  [50, 100, -7.236081839880695e-73],
  [-5, 10000, -15.048169809798392],
  [3, 10000, -0.0013541405295786793],
] as const;

const expectNear = (value: number, expected: number) =>
  expect(Math.abs(value / expected - 1)).toBeLessThan(1e-13);

test.each(GAMMA)("both gamma tails of shape %f at %f are right to a relative 1e-13", (a, x, p, q) => {
  expectNear(logGammaP(a, x), p);
  expectNear(logGammaQ(a, x), q);
});

test.each(BETA)("both beta tails of %f, %f at %f are right to a relative 1e-13", (a, b, x, lower, upper) => {
  expectNear(logBetaInc(a, b, x), lower);
  expectNear(logBetaInc(b, a, 1 - x, x), upper);
});

test.each(STUDENT)("Student's t at %f with %f degrees is right to a relative 1e-13", (t, degrees, log) => {
  expectNear(studentTLogCdf(t, degrees), log);
});

test("a chi-square of one degree is a squared normal", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 37, noNaN: true }), (z) => {
      expect(Math.exp(logGammaQ(0.5, (z * z) / 2)) / (2 * normalCdf(-z))).toBeCloseTo(1, 12);
    }),
  );
});

test("quantiles undo the tails", () => {
  const p = fc.double({ min: 1e-280, max: 1 - 1e-6, noNaN: true });
  const shape = fc.double({ min: 1, max: 500, noNaN: true });
  const near = (value: number, expected: number) =>
    expect(Math.abs(value / expected - 1)).toBeLessThan(1e-11);
  fc.assert(
    fc.property(p, shape, shape, (q, a, b) => {
      near(normalCdf(normalQuantile(q)), q);
      near(Math.exp(logGammaP(a, gammaQuantile(q, a))), q);
      if (q > 1e-80) near(Math.exp(logBetaInc(a, b, betaQuantile(q, a, b))), q);
      if (q > 1e-60) near(Math.exp(studentTLogCdf(studentTQuantile(q, a + 1), a + 1)), q);
    }),
  );
});

test("the ends are exact, and what is no shape or probability is refused", () => {
  expect([logGammaP(2, 0), logGammaQ(2, 0), logGammaQ(2, Infinity)]).toEqual([-Infinity, 0, -Infinity]);
  expect([logBetaInc(2, 3, 0), logBetaInc(2, 3, 1)]).toEqual([-Infinity, 0]);
  expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
  expect(() => logGammaP(0, 1)).toThrow(/shape > 0, got 0/);
  expect(() => logBetaInc(1, -1, 0.5)).toThrow(/shapes > 0, got -1/);
  expect(() => normalQuantile(1.1)).toThrow(/got 1.1/);
});
