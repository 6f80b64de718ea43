import fc from "fast-check";
import { expect, test } from "vitest";
import { normalCdf, normalLogCdf } from "./normal.ts";

/** x, Φ(x), ln Φ(x) (mpmath 1.3.0, 40-digit arithmetic, rounded to doubles). */
const PUBLISHED = [
  [-37.5, 4.605353009581955e-308, -707.6689893175072],
  [-20, 2.7536241186062337e-89, -203.91715537109727],
  [-8, 6.220960574271784e-16, -35.01343715991455],
  [-5.7, 5.990371401063528e-9, -18.933112423224742],
  [-5.5, 1.8989562465887718e-8, -17.77937635262526],
  [-4, 3.1671241833119924e-5, -10.360101486527292],
  [-3, 0.0013498980316300946, -6.607726221510349],
  [-2, 0.02275013194817921, -3.783184333682032],
  [-1, 0.15865525393145705, -1.8410216450092636],
  [-0.6, 0.2742531177500736, -1.293703811614028],
  [-0.5, 0.3085375387259869, -1.1759117615936185],
  [-0.1, 0.460172162722971, -0.7761545927302733],
  [0, 0.5, -0.6931471805599453],
  [0.3, 0.6179114221889527, -0.4814101615884812],
  [0.6628, 0.7462706731792129, -0.29266691190632527],
  [1, 0.8413447460685429, -0.17275377902344988],
  [2, 0.9772498680518208, -0.02301290932896349],
  [4, 0.9999683287581669, -3.167174337748927e-5],
  [6, 0.9999999990134123, -9.865876455243758e-10],
  [8, 0.9999999999999993, -6.220960574271786e-16],
] as const;

test.each(PUBLISHED)("Φ(%f) and its logarithm are right to a relative 4e-15", (x, cdf, logCdf) => {
  expect(Math.abs(normalCdf(x) / cdf - 1)).toBeLessThan(4e-15);
  expect(Math.abs(normalLogCdf(x) / logCdf - 1)).toBeLessThan(4e-15);
});

test("tails below the smallest normal double stay right, in the logarithm at any distance", () => {
  expect(Math.abs(normalCdf(-38) / 2.88542835e-316 - 1)).toBeLessThan(1e-7);
  expect(normalLogCdf(-38)).toBeCloseTo(-726.5572160188201, 11);
  expect(normalLogCdf(-40)).toBeCloseTo(-804.6084420137538, 11);
  expect(normalLogCdf(-1e4)).toBeCloseTo(-50000010.12927891, 6);
});

test("the ends are 0 and 1, and NaN stays NaN", () => {
  expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
  expect([normalLogCdf(-Infinity), normalLogCdf(Infinity)]).toEqual([-Infinity, -0]);
  expect([normalCdf(NaN), normalLogCdf(NaN)]).toEqual([NaN, NaN]);
});

test("Φ rises, and Φ(x) + Φ(−x) is 1", () => {
  const x = fc.double({ min: -39, max: 39, noNaN: true });
  fc.assert(
    fc.property(x, x, (a, b) => {
      expect(normalCdf(a) + normalCdf(-a)).toBeCloseTo(1, 15);
      expect(normalCdf(Math.min(a, b))).toBeLessThanOrEqual(normalCdf(Math.max(a, b)) * (1 + 2e-15));
    }),
  );
});
