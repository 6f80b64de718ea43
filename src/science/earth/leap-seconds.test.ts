import { expect, test } from "vitest";
import { leapSeconds } from "./leap-seconds.ts";

test("leap seconds count from the day they were put in before: TAI was 19 s ahead when GPS began, 37 s since 2017", () => {
  expect(leapSeconds(Date.UTC(1971, 0, 1))).toBe(0);
  expect(10 + leapSeconds(Date.UTC(1980, 0, 6))).toBe(19);
  expect(10 + leapSeconds(Date.UTC(2016, 11, 31, 23, 59, 59))).toBe(36);
  expect(10 + leapSeconds(Date.UTC(2017, 0, 1))).toBe(37);
});
