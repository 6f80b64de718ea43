import { expect, test } from "vitest";
import { crossingSentence, expectedText } from "./crossing.ts";

const asOf = "2026-11-23";
const quantiles = {
  p30: 0.2,
  p90: 0.25,
  p365: 0.4,
  p90Low: 0.1,
  p90High: 0.5,
  never: 0.4,
  horizonMonths: 36,
};
const told = (crossing: object, easing: object | null = null) =>
  crossingSentence(
    { crossing: { ...quantiles, ...crossing }, easing } as Parameters<typeof crossingSentence>[0],
    asOf,
  );

test("an interval that has begun starts now, and one without an end goes beyond the horizon", () => {
  expect(told({ low: asOf, median: "2028-11-16", high: null })).toBe(
    "Critical point expected now to beyond 3 years (10–90\u202f%), median November 2028.",
  );
});

test("without a median the reader is told that it is more likely not to happen", () => {
  expect(told({ low: asOf, median: null, high: null })).toMatch(
    /^More likely than not no critical point within 3 years/,
  );
});

test("what is critical already says since when and how long", () => {
  const easing = { since: "2025-01", median: "2027-03-01", p90: 0.1, p365: 0.4 };
  expect(told({}, easing)).toMatch(
    /^Critical by the count of its rule since January 2025; expected to ease around March 2027/,
  );
});

test("a warning at its highest says so", () => {
  const expected = { from: "2027-01-01", median: null, to: null };
  expect(expectedText({ state: "critical", expected }, asOf)).toBe(
    "Critical point more likely than not reached or imminent",
  );
  expect(expectedText({ state: "watch", expected }, asOf)).toBe(
    "Critical point expected January 2027 to beyond the horizon (10–90\u202f%)",
  );
});
