import fc from "fast-check";
import { expect, test } from "vitest";
import { logGamma } from "./log-gamma.ts";

/** x, ln Γ(x) (mpmath 1.3.0, 40-digit arithmetic, rounded to doubles). */
const PUBLISHED = [
  [1e-300, 690.7755278982137],
  [1e-10, 23.025850929882736],
  [0.1, 2.252712651734206],
  [0.25, 1.2880225246980774],
  [0.5, 0.5723649429247001],
  [0.75, 0.20328095143129538],
  [0.9999, 5.7729791561193866e-5],
  [1.0001, -5.771334222047127e-5],
  [1.25, -0.09827183642181316],
  [1.4616321449683622, -0.12148629053584961],
  [1.5, -0.12078223763524522],
  [1.9999999, -4.2278430309861296e-8],
  [2.0000001, 4.227843666532498e-8],
  [2.5, 0.2846828704729192],
  [3, 0.6931471805599453],
  [5.5, 3.9578139676187165],
  [10, 12.801827480081469],
  [11, 15.104412573075516],
  [25.5, 56.389167643719944],
  [100, 359.1342053695754],
  [1e3, 5905.220423209181],
  [1e10, 220258509288.81058],
  [1e300, 6.897755278982137e302],
] as const;

test.each(PUBLISHED)("ln Γ(%f) is right to a relative 1e-14", (x, expected) => {
  expect(Math.abs(logGamma(x) / expected - 1)).toBeLessThan(1e-14);
});

test("the zeros and poles are exact, and negative numbers are refused", () => {
  expect([logGamma(1), logGamma(2)].map(Math.abs)).toEqual([0, 0]);
  expect([logGamma(0), logGamma(Infinity)]).toEqual([Infinity, Infinity]);
  expect(() => logGamma(-0.5)).toThrow(RangeError);
  expect(() => logGamma(NaN)).toThrow(RangeError);
});

test("Γ(x + 1) is x Γ(x)", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (x) => {
      const expected = logGamma(x) + Math.log(x);
      expect(Math.abs(logGamma(x + 1) - expected)).toBeLessThan(2e-14 * (1 + Math.abs(expected)));
    }),
  );
});
