import { expect, test } from "vitest";
import { duration, verdict, type Analysis, type Direction } from "./reaction.ts";

const direction: Direction = {
  from: "EAST",
  to: "WEST",
  excitation: 0.4,
  low: 0.1,
  high: null,
  p: 0.01,
  controlledExcitation: 0.3,
  controlledP: 0.02,
  verdict: "shown",
};
const analysis: Analysis = {
  directions: [direction],
  delayDays: 100,
  delayLow: 50,
  delayHigh: null,
  spectralRadius: 0.6,
  slowerThanDays: 800,
  fits: [],
};
const name = (bloc: string) => bloc.toLowerCase();

test("a number of reactions never stands without its interval", () => {
  for (const said of ["shown", "driver", "small", "cannot-tell"] as const) {
    expect(verdict({ ...direction, verdict: said }, analysis, name)).toMatch(/0\.40 \(0\.10–no bound\)/);
  }
});

test("growth is not told as reaction", () => {
  const said = verdict(direction, { ...analysis, spectralRadius: 5 }, name);
  expect(said).toMatch(/cannot be told .* growth looks the same/);
  expect(said).not.toMatch(/0\.40/);
});

test("times are said in the unit that fits", () => {
  expect([20, 200, 2000].map(duration)).toEqual(["20 days", "7 months", "5 years"]);
});
