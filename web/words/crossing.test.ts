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
  expect(told({}, easing)).toMatch(/^Judged critical since January 2025; expected to ease around March 2027/);
});

test("a warning of what is critical already says since when and how likely, in one wording", () => {
  const expected = { from: "2027-01-01", median: null, to: null };
  const easing = { since: "2022-09", median: null, p90: 0.1, p365: 0.4 };
  const critical = { p: 0.953, low: 0.951, high: 0.998, words: "almost certain", easing };
  expect(expectedText({ expected }, asOf, critical)).toBe(
    "Judged critical since September 2022; 95\u202f% (95–>99), almost certain",
  );
  const sure = { ...critical, p: 0.997, low: 0.995, high: 0.999, words: "above 99 %" };
  expect(expectedText({ expected }, asOf, sure)).toBe(
    "Judged critical since September 2022; above 99\u202f%",
  );
  expect(expectedText({ expected }, asOf, { ...critical, easing: null })).toBe(
    "Critical point expected January 2027 to beyond the horizon (10–90\u202f%)",
  );
});
